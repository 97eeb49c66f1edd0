import type { Again, AgainItem } from "@/lib/contracts/again";
import { noteApart } from "./apart";
import { changeDeck, usualDeck, usualFolders } from "./chosen-deck";
import { changeOptions } from "./chosen-options";
import { keepTrays } from "./kept-trays";
import { changeModel } from "./models/chosen-model";
import type { LaidItem, Upload } from "./tray-item";
import { uploadPreview } from "./upload-preview";
import { trays } from "./use-tray";

/** Whether something of that kind lies on the Batch tab, before this page was loaded too, which {@link layAgain} would take away. */
export async function isLaidOut(kind: Again["kind"]): Promise<boolean> {
  await keepTrays();
  return trays[kind].tally().total > 0;
}

/**
 * Lays out on the Batch tab what a batch was submitted with, and chooses its options.
 * @param apartFrom the batch, where it is one item of it alone.
 */
export function layAgain(again: Again, apartFrom?: string): void {
  trays[again.kind].layAgain(
    again.items.map((item): LaidItem => {
      const preview = item.upload && uploadPreview(item.upload.file_id);
      return { name: item.url ?? item.name, prompt: item.prompt, file: null, preview, upload: uploadOf(item) };
    }),
  );
  const [laid] = trays[again.kind].order();
  noteApart(again.kind, apartFrom === undefined ? undefined : { laid, batchId: apartFrom });
  choose(again);
}

function uploadOf({ upload, url, problem }: AgainItem): Upload {
  if (upload) return { state: "ready", file: upload };
  if (url !== null) return { state: "address", url };
  if (problem === null) return { state: "prompt" };
  return { state: "refused", fault: { code: "unsupported_media", message: problem }, retryable: false };
}

function choose(again: Again): void {
  if (again.kind === "coloring") {
    changeOptions({ ...again.options, margin_mm: String(again.options.margin_mm) });
    const { model, on_model_failure, max_cost } = again;
    changeModel({
      name: model,
      orLineart: on_model_failure === "lineart",
      maxCost: max_cost === null ? "" : String(max_cost),
    });
    return;
  }
  const { preprocessing_preset, generate_previews, drive_folder_pattern: folders } = again;
  const { policy, slide_size, text, background, title } = again.options;
  changeDeck({
    ...usualDeck,
    ...{ policy, slide_size, text, background, title, preprocessing_preset, generate_previews },
    drive_integration_enabled: folders !== null,
    drive_folder_pattern: folders === null || folders === usualFolders ? "" : folders,
  });
}
