import { generateBatch } from "@/app/_data/generate-batch";
import { useLanguage, useMessages } from "@/app/_data/messages/use-messages";
import type { ModelList } from "@/lib/contracts/models";
import { later } from "../ui/later";
import { whenAsked } from "../ui/when-asked";
import { changeOptions, chosenOptions, paperOptions, useChosenOptions, validOptions } from "./chosen-options";
import { desks } from "./desks";
import type { PreviewOf } from "./live-preview";
import { drawnBy, modelRequest, useChosenModel } from "./models/chosen-model";
import { promptOf } from "./prompts";
import { StudioFrame } from "./studio-frame";
import { uploadedFile } from "./tray-item";
import { type SubmittedItem, useStart } from "./use-start";
import { useCommonPrompt, useTally } from "./use-tray";

const desk = desks.coloring;

/** Only models that are not on this machine draw from words alone. */
const PromptPages = whenAsked(() => import("./models/prompt-pages").then((module) => module.PromptPages), "models");

/** A book's title is of one book. */
function forgetTitle(): void {
  if (chosenOptions().title !== "") changeOptions({ title: "" });
}

const ColoringOptions = later(() => import("./coloring-options").then((module) => module.ColoringOptions), "options");

export function ColoringStudio({ models, maxItems }: { models: ModelList; maxItems: number }) {
  const batchMessages = useMessages("batch");
  const { optionsTitle } = useMessages("coloringTab");
  const t = useMessages("models");
  const options = validOptions(useChosenOptions());
  const language = useLanguage();
  const common = useCommonPrompt(desk.tray);
  const { prompts } = useTally(desk.tray);
  const chosen = useChosenModel();
  const model = drawnBy(models, chosen.name);
  const asking = modelRequest(chosen, model);
  const bodyOf = (items: SubmittedItem[]) => {
    const laid = items.map((item, index) => ({
      ...(item.reference !== null && { file: item.reference }),
      prompt: promptOf(item, common, index + 1),
    }));
    return options && asking && { items: laid, ...asking, options: { ...options, language } };
  };
  const begin = useStart(desk.tray, generateBatch, bodyOf, forgetTitle);
  const previewOf: PreviewOf = (item) => {
    const file = uploadedFile(item);
    if (file === null || options === null || model.company !== null) return null;
    const prompt = promptOf(item, common, desk.tray.order().indexOf(item.id) + 1);
    return { kind: "coloring", file, prompt, options: paperOptions(options) };
  };
  const missingPictures = model.needs_picture && prompts > 0 ? t.needsPicture(prompts) : null;
  const blocked = options && asking ? missingPictures : batchMessages.blockedOptions;
  return (
    <StudioFrame
      {...{ desk, begin, previewOf, blocked, optionsTitle, maxItems }}
      notPreviewed={model.company && t.noPreview(model.company)}
      intake={!model.needs_picture && <PromptPages tray={desk.tray} />}
    >
      <ColoringOptions models={models} />
    </StudioFrame>
  );
}
