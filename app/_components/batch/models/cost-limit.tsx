import { useId } from "react";
import { modelMessages } from "@/app/_data/messages/models";
import type { ModelView } from "@/lib/contracts/models";
import { amountIn, changeModel, useChosenModel } from "./chosen-model";

const t = modelMessages;

/** How much the batch may cost; where a price is missing it says which setting would make that possible. */
export function CostLimit({ model }: { model: ModelView }) {
  const id = useId();
  const { maxCost } = useChosenModel();
  const wrong = model.capped && amountIn(maxCost) === null;
  const hint = wrong ? t.maxCostInvalid : model.capped ? null : t.maxCostLacks(model.lacks_for_cap);
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {t.maxCost}
      </label>
      <input
        id={id}
        inputMode="decimal"
        value={model.capped ? maxCost : ""}
        placeholder={t.maxCostNone}
        disabled={!model.capped}
        aria-invalid={wrong}
        aria-describedby={hint === null ? undefined : `${id}-hint`}
        onChange={(event) => changeModel({ maxCost: event.target.value })}
        className="min-h-11 w-full rounded-lg border border-control bg-surface px-3 placeholder:text-muted-foreground disabled:cursor-not-allowed disabled:border-hairline disabled:text-muted-foreground aria-invalid:border-failed sm:min-h-10 sm:text-sm"
      />
      {hint !== null && (
        <p
          id={`${id}-hint`}
          role={wrong ? "alert" : undefined}
          className={`break-words text-sm ${wrong ? "text-failed" : "text-muted-foreground"}`}
        >
          {hint}
        </p>
      )}
    </div>
  );
}
