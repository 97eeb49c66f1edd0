import { CloudUpload } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { ModelView } from "@/lib/contracts/models";
import { CheckField } from "../../ui/check-field";
import { changeModel, useChosenModel } from "./chosen-model";
import { CostLimit } from "./cost-limit";

/** What goes to whom, for how much, and what happens when it fails. */
export function RemoteFields({ model, company }: { model: ModelView; company: string }) {
  const t = useMessages("models");
  const { orLineart } = useChosenModel();
  const { title, model_id, prices } = model;
  const isPriced = prices !== null && Object.values(prices).some((price) => price !== null);
  return (
    <div className="space-y-4 sm:max-lg:col-span-2">
      <p className="flex gap-2 rounded-lg bg-accent-soft px-3 py-2 text-pretty text-sm">
        <CloudUpload aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        <span className="min-w-0">{t.leaves(company)}</span>
      </p>
      <p className="text-pretty text-muted-foreground text-sm">
        {model_id !== null && t.usesModel(model_id)} {!isPriced && t.unpriced}
      </p>
      <CostLimit model={model} />
      <CheckField
        label={t.orLineart(title)}
        checked={orLineart}
        onChange={(checked) => changeModel({ orLineart: checked })}
      />
    </div>
  );
}
