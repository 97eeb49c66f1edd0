import type { BatchView } from "@/lib/contracts/status";
import type { Messages } from "./messages/catalogue";

/** What a batch is called at the head of a page, in a tab and in a notification: its own title, else what it is. */
export const batchTitle = (
  { title, kind, total_items }: BatchView,
  { kinds }: Pick<Messages<"job">, "kinds">,
): string => title || kinds[kind].heading(total_items);
