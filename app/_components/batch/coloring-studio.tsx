import { useGenerateBatch } from "@/app/_data/generate-batch";
import { messages } from "@/app/_data/messages";
import { paperOptions, useChosenOptions, validOptions } from "./chosen-options";
import { desks } from "./desks";
import type { PreviewOf } from "./live-preview";
import { OptionsForm } from "./options-form";
import { promptOf } from "./prompts";
import { StudioFrame } from "./studio-frame";
import { uploadedFile } from "./tray";
import { useStart } from "./use-start";
import { useCommonPrompt } from "./use-tray";

const desk = desks.coloring;

export function ColoringStudio() {
  const options = validOptions(useChosenOptions());
  const common = useCommonPrompt(desk.tray);
  const begin = useStart(desk.tray, useGenerateBatch(), (items) => {
    const laid = items.map((item, index) => ({ file: item.reference, prompt: promptOf(item, common, index + 1) }));
    return options && { items: laid, options };
  });
  const previewOf: PreviewOf = (item) => {
    const file = uploadedFile(item);
    if (file === null || options === null) return null;
    const prompt = promptOf(item, common, desk.tray.order().indexOf(item.id) + 1);
    return { kind: "coloring", file, prompt, options: paperOptions(options) };
  };
  return (
    <StudioFrame {...{ desk, begin, previewOf }} optionsTitle={messages.options.title} optionsValid={options !== null}>
      <OptionsForm />
    </StudioFrame>
  );
}
