import { eq } from "drizzle-orm";
import { type Db, immediately } from "@/db/client";
import { type BatchRow, batchJobs } from "@/db/schema";
import type { BookRequest } from "@/lib/contracts/book";
import { coloringOptionsSchema } from "@/lib/contracts/coloring";
import type { BatchStatus } from "@/lib/contracts/status";
import { TracepressError } from "@/lib/errors";
import type { Bell } from "@/lib/events/bell";
import { reopen } from "./reopen";
import { batchRow } from "./view";

/**
 * Binds the pages of a finished coloring batch into a book that was not asked for when it was submitted: no page is drawn
 * again. From then on the batch has the options that it would have been submitted with.
 * @throws TracepressError `not_found`; `conflict` for a deck, for a batch that is not completed or has a book.
 */
export function bindBook(
  { db, bell }: { db: Db; bell: Bell },
  id: string,
  asked: BookRequest,
): { message: string; status: BatchStatus } {
  immediately(db, (tx) => {
    const batch = batchRow(tx, id);
    const reason = unbindable(batch);
    if (reason) throw new TracepressError("conflict", reason);
    const options = coloringOptionsSchema.parse({ ...(batch.options as object), ...asked, include_pdf: true });
    tx.update(batchJobs).set({ options }).where(eq(batchJobs.id, id)).run();
    reopen(tx, { ...batch, closing: "waiting" }, [], Date.now());
  });
  bell.ring(id);
  bell.ring("queue");
  return { message: `The pages of batch ${id} are bound into a book`, status: "processing" };
}

/** What was cancelled or failed would end as completed. */
const whole: readonly BatchStatus[] = ["completed", "completed_upload_failed"];

function unbindable({ id, kind, status, closing }: BatchRow): string | null {
  if (kind !== "coloring") return "The slides of a deck are in one file already.";
  if (!whole.includes(status)) return `Batch ${id} is ${status}; its pages can be bound once it is completed.`;
  if (closing !== "none") return `Batch ${id} has a book; POST …/order binds it in another order.`;
  return null;
}
