import { optionMessages } from "@/app/_data/messages/options";
import { marginMm } from "@/lib/contracts/terms/coloring";
import { TextField } from "../ui/text-field";
import { changeOptions, isMargin } from "./chosen-options";

const t = optionMessages.margin_mm;

/** Millimetres of white around the picture; `value` is what is being typed. */
export const MarginField = ({ value, disabled }: { value: string; disabled: boolean }) => (
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
