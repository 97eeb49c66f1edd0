import { jobMessages } from "@/app/_data/messages/job";
import type { BatchView } from "@/lib/contracts/status";
import { Polite } from "../ui/polite";

const t = jobMessages;

/** What a screen reader hears: the quarters and the end. The ticker would chatter. */
export function JobNews({ batch }: { batch: BatchView }) {
  return <Polite>{news(batch)}</Polite>;
}

function news({ kind, status, total_items, processed, failed }: BatchView): string {
  if (status !== "pending" && status !== "processing" && status !== "uploading") return t.ended[status];
  const quarter = Math.floor((4 * (processed + failed)) / total_items);
  return quarter === 0 ? "" : t.kinds[kind].announce(quarter * 25);
}
