import { useId } from "react";
import { optionMessages } from "@/app/_data/messages/options";
import { marginMm } from "@/lib/contracts/terms/coloring";
import { changeOptions, isMargin } from "./chosen-options";

const t = optionMessages.margin_mm;

export function MarginField({ value, disabled }: { value: string; disabled: boolean }) {
  const id = useId();
  const wrong = !disabled && !isMargin(value);
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {t.label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min={marginMm.least}
        max={marginMm.most}
        value={value}
        disabled={disabled}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => changeOptions({ margin_mm: event.target.value })}
        className="min-h-11 w-full rounded-lg border border-control bg-surface px-3 disabled:cursor-not-allowed disabled:border-hairline disabled:text-muted-foreground aria-invalid:border-failed sm:min-h-10 sm:text-sm"
      />
      {wrong && (
        <p id={`${id}-wrong`} role="alert" className="text-failed text-sm">
          {t.invalid}
        </p>
      )}
    </div>
  );
}
