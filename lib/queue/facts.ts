import type { ItemRow } from "@/db/schema";
import type { EventFacts } from "@/lib/events/log";

/** What an event says about its item. */
export const itemFacts = (row: Pick<ItemRow, "id" | "index" | "name" | "status" | "stage" | "error">): EventFacts => ({
  item_id: row.id,
  item_index: row.index,
  item_name: row.name,
  item_status: row.status,
  stage: row.stage,
  error: row.error,
});
