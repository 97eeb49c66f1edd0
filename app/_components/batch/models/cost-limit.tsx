import { useMessages } from "@/app/_data/messages/use-messages";
import type { ModelView } from "@/lib/contracts/models";
import { TextField } from "../../ui/text-field";
import { amountIn, changeModel, useChosenModel } from "./chosen-model";

/** How much the batch may cost; where a price is missing it says which setting would make that possible. */
export function CostLimit({ model: { capped, lacks_for_cap } }: { model: ModelView }) {
  const t = useMessages("models");
  const { maxCost } = useChosenModel();
  return (
    <TextField
      label={t.maxCost}
      inputMode="decimal"
      value={capped ? maxCost : ""}
      placeholder={t.maxCostNone}
      disabled={!capped}
      hint={capped ? undefined : t.maxCostLacks(lacks_for_cap)}
      wrong={capped && amountIn(maxCost) === null ? t.maxCostInvalid : null}
      onChange={(amount) => changeModel({ maxCost: amount })}
    />
  );
}
