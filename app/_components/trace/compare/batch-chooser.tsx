import { batchTitle } from "@/app/_data/batch-title";
import { useBatches } from "@/app/_data/list-batches";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { BatchView } from "@/lib/contracts/status";
import { SelectField } from "../../ui/select-field";

const none = "";

interface Props {
  others: readonly BatchView[];
  chosen: string | null;
  onChoose(id: string | null): void;
}

/** The newest batches of a batch's kind without it; undefined until they are known. */
export function useOthers({ kind, batch_id: id }: BatchView): BatchView[] | undefined {
  const { data } = useBatches({ kind, status: null, find: "" });
  return data?.pages[0]?.batches.filter(({ batch_id }) => batch_id !== id);
}

/** One that is further back than these is reached by its address. */
export function BatchChooser({ others, chosen, onChoose }: Props) {
  const t = useMessages("trace").compare;
  const job = useMessages("job");
  const { moment } = useFormats();
  const named = (batch: BatchView): string =>
    t.option(moment(batch.created_at), batchTitle(batch, job), batch.batch_id.slice(-6));
  const names: Record<string, string> = { [none]: t.chooseNone };
  for (const one of others) names[one.batch_id] = named(one);
  if (chosen !== null && !(chosen in names)) names[chosen] = chosen;
  return (
    <div className="max-w-xl">
      <SelectField
        label={t.choose}
        values={Object.keys(names)}
        names={names}
        value={chosen ?? none}
        onChange={(id) => onChoose(id === none ? null : id)}
      />
    </div>
  );
}
