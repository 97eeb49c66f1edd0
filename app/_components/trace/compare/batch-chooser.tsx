import { useBatches } from "@/app/_data/list-batches";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { BatchView } from "@/lib/contracts/status";
import { SelectField } from "../../ui/select-field";

const none = "";

interface Props {
  batch: BatchView;
  chosen: string | null;
  onChoose(id: string | null): void;
}

/** The newest batches of the same kind. One that is further back is reached by its address. */
export function BatchChooser({ batch, chosen, onChoose }: Props) {
  const t = useMessages("trace").compare;
  const { kinds } = useMessages("job");
  const { moment } = useFormats();
  const named = ({ batch_id, created_at, kind, total_items }: BatchView): string =>
    t.option(moment(created_at), kinds[kind].heading(total_items), batch_id.slice(-6));
  const { data } = useBatches({ kind: batch.kind, status: null });
  const others = (data?.pages[0]?.batches ?? []).filter(({ batch_id }) => batch_id !== batch.batch_id);
  const names: Record<string, string> = { [none]: others.length === 0 ? t.noOthers : t.chooseNone };
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
