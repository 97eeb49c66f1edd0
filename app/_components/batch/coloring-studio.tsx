import { useGenerateBatch } from "@/app/_data/generate-batch";
import { batchMessages } from "@/app/_data/messages/batch";
import { modelMessages } from "@/app/_data/messages/models";
import { optionMessages } from "@/app/_data/messages/options";
import type { ModelList } from "@/lib/contracts/models";
import { paperOptions, useChosenOptions, validOptions } from "./chosen-options";
import { desks } from "./desks";
import type { PreviewOf } from "./live-preview";
import { drawnBy, modelRequest, useChosenModel } from "./models/chosen-model";
import { ModelFields } from "./models/model-fields";
import { PromptPages } from "./models/prompt-pages";
import { OptionsForm } from "./options-form";
import { promptOf } from "./prompts";
import { StudioFrame } from "./studio-frame";
import { uploadedFile } from "./tray";
import { useStart } from "./use-start";
import { useCommonPrompt, useTally } from "./use-tray";

const desk = desks.coloring;
const t = modelMessages;

export function ColoringStudio({ models }: { models: ModelList }) {
  const options = validOptions(useChosenOptions());
  const common = useCommonPrompt(desk.tray);
  const { prompts } = useTally(desk.tray);
  const chosen = useChosenModel();
  const model = drawnBy(models, chosen.name);
  const asking = modelRequest(chosen, model);
  const begin = useStart(desk.tray, useGenerateBatch(), (items) => {
    const laid = items.map((item, index) => ({
      ...(item.reference !== null && { file: item.reference }),
      prompt: promptOf(item, common, index + 1),
    }));
    return options && asking && { items: laid, ...asking, options };
  });
  const previewOf: PreviewOf = (item) => {
    const file = uploadedFile(item);
    if (file === null || options === null || model.company !== null) return null;
    const prompt = promptOf(item, common, desk.tray.order().indexOf(item.id) + 1);
    return { kind: "coloring", file, prompt, options: paperOptions(options) };
  };
  const blocked = options && asking ? missingPictures(model.needs_picture ? prompts : 0) : batchMessages.blockedOptions;
  return (
    <StudioFrame
      {...{ desk, begin, previewOf, blocked }}
      optionsTitle={optionMessages.title}
      notPreviewed={model.company && t.noPreview(model.company)}
      intake={!model.needs_picture && <PromptPages tray={desk.tray} />}
    >
      <div className="space-y-7">
        <ModelFields list={models} />
        <OptionsForm />
      </div>
    </StudioFrame>
  );
}

const missingPictures = (pages: number): string | null => (pages > 0 ? t.needsPicture(pages) : null);
