import { useGenerateBatch } from "@/app/_data/generate-batch";
import { messages } from "@/app/_data/messages";
import { useChosenOptions, validOptions } from "./chosen-options";
import { desks } from "./desks";
import { OptionsForm } from "./options-form";
import { StudioFrame } from "./studio-frame";
import { useStart } from "./use-start";

const desk = desks.coloring;

export function ColoringStudio() {
  const options = validOptions(useChosenOptions());
  const begin = useStart(
    desk.tray,
    useGenerateBatch(),
    (items) => options && { items: items.map(({ reference, prompt }) => ({ file: reference, prompt })), options },
  );
  return (
    <StudioFrame desk={desk} optionsTitle={messages.options.title} optionsValid={options !== null} begin={begin}>
      <OptionsForm />
    </StudioFrame>
  );
}
