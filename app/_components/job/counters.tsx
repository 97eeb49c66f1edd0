import type { Messages } from "@/app/_data/messages/catalogue";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { BatchView } from "@/lib/contracts/status";
import { statusLooks } from "../ui/status-badge";

const shown: { status: Parameters<Messages<"states">["counted"]>[0]; of(batch: BatchView): number }[] = [
  { status: "completed", of: (batch) => batch.processed },
  { status: "running", of: (batch) => batch.running },
  { status: "pending", of: (batch) => batch.pending },
  { status: "failed", of: (batch) => batch.failed },
  { status: "cancelled", of: (batch) => batch.cancelled },
];

/** How many pictures are in which state; a state that no picture is in is left out. */
export function Counters({ batch }: { batch: BatchView }) {
  const states = useMessages("states");
  const jobMessages = useMessages("job");
  const { number } = useFormats();
  return (
    <ul aria-label={jobMessages.counts} className="flex flex-wrap gap-x-5 gap-y-1.5">
      {shown.map(({ status, of }) => {
        const { icon: Icon, tone } = statusLooks[status];
        const n = of(batch);
        return n === 0 ? null : (
          <li key={status} className={`flex items-center gap-1.5 text-sm ${tone}`}>
            <Icon aria-hidden className="size-4" />
            <span>
              <span className="tabular font-semibold">{number(n)}</span> {states.counted(status, n)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
