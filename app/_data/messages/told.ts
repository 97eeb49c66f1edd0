import type { BatchEvent } from "@/lib/contracts/events";

/** What it takes to word the news of a batch in another language than the server's. */
export type Told = Pick<BatchEvent, "message" | "status" | "item_name" | "item_status" | "error">;
