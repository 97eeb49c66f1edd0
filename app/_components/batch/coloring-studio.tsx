import { useGenerateBatch } from "@/app/_data/generate-batch";
import { messages } from "@/app/_data/messages";
import { paperOptions, useChosenOptions, validOptions } from "./chosen-options";
import { desks } from "./desks";
import type { PreviewOf } from "./live-preview";
import { OptionsForm } from "./options-form";
import { StudioFrame } from "./studio-frame";
import { uploadedFile } from "./tray";
import { useStart } from "./use-start";

const desk = desks.coloring;

export function ColoringStudio() {
  const options = validOptions(useChosenOptions());
  const begin = useStart(
    desk.tray,
    useGenerateBatch(),
    (items) => options && { items: items.map(({ reference, prompt }) => ({ file: reference, prompt })), options },
  );
  const previewOf: PreviewOf = (item) => {
    const file = uploadedFile(item);
    if (file === null || options === null) return null;
    return { kind: "coloring", file, prompt: item.prompt, options: paperOptions(options) };
  };
  return (
    <StudioFrame {...{ desk, begin, previewOf }} optionsTitle={messages.options.title} optionsValid={options !== null}>
      <OptionsForm />
    </StudioFrame>
  );
}
