import { useMessages } from "@/app/_data/messages/use-messages";
import { marginMm } from "@/lib/contracts/terms/coloring";
import { TextField } from "../ui/text-field";
import { changeOptions, isMargin } from "./chosen-options";

/** Millimetres of white around the picture; `value` is what is being typed. */
export const MarginField = ({ value, disabled }: { value: string; disabled: boolean }) => {
  const t = useMessages("options").margin_mm;
  return (
    <TextField
      label={t.label}
      type="number"
      inputMode="decimal"
      min={marginMm.least}
      max={marginMm.most}
      value={value}
      disabled={disabled}
      wrong={disabled || isMargin(value) ? null : t.invalid}
      onChange={(margin_mm) => changeOptions({ margin_mm })}
    />
  );
};
