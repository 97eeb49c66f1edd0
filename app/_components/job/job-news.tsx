import type { Messages } from "@/app/_data/messages/catalogue";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchView } from "@/lib/contracts/status";
import { Polite } from "../ui/polite";

/** What a screen reader hears: the quarters and the end. The ticker would chatter. */
export function JobNews({ batch }: { batch: BatchView }) {
  const t = useMessages("job");
  return <Polite>{news(batch, t)}</Polite>;
}

function news({ kind, status, total_items, processed, failed }: BatchView, t: Messages<"job">): string {
  if (status !== "pending" && status !== "processing" && status !== "uploading") return t.ended[status];
  const quarter = Math.floor((4 * (processed + failed)) / total_items);
  return quarter === 0 ? "" : t.kinds[kind].announce(quarter * 25);
}
