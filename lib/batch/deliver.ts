import { eq } from "drizzle-orm";
import { type Db, immediately } from "@/db/client";
import { batchJobs } from "@/db/schema";
import type { Config } from "@/lib/config";
import type { DeliverRequest } from "@/lib/contracts/delivery";
import type { BatchStatus } from "@/lib/contracts/status";
import { usualDeckRequest } from "@/lib/contracts/terms/deck";
import { TracepressError } from "@/lib/errors";
import type { Bell } from "@/lib/events/bell";
import { beginDelivery } from "./settle";
import { folderPattern } from "./submit-deck";
import { batchRow } from "./view";

/** Why a batch that has not come to a good end cannot be delivered. */
const whyNot: Record<Exclude<BatchStatus, "completed" | "completed_upload_failed">, string> = {
  pending: "waits to begin; it can be delivered once it is completed",
  processing: "is under way; it can be delivered once it is completed",
  uploading: "is being delivered already",
  failed: "has failed: there is nothing to deliver",
  cancelled: "was cancelled; run it again to its end, then it can be delivered",
};

/**
 * Sends a finished batch to Google Drive, for the first time or again; nothing is made anew.
 * @throws TracepressError `not_found`; `conflict` while it is under way or when nothing came of it; `drive_unavailable`.
 */
export function deliverBatch(
  rooms: { db: Db; bell: Bell; config: Config },
  id: string,
  request: DeliverRequest,
): { message: string; status: BatchStatus } {
  immediately(rooms.db, (tx) => {
    const batch = batchRow(tx, id);
    if (batch.status !== "completed" && batch.status !== "completed_upload_failed") {
      throw new TracepressError("conflict", `Batch ${id} ${whyNot[batch.status]}.`);
    }
    const pattern = request.drive_folder_pattern ?? batch.driveFolderPattern ?? usualDeckRequest.drive_folder_pattern;
    const driveFolderPattern = folderPattern(rooms, pattern);
    tx.update(batchJobs)
      .set({ driveFolderPattern, deliveryReport: null, exportedAt: null })
      .where(eq(batchJobs.id, id))
      .run();
    beginDelivery(tx, batch);
  });
  rooms.bell.ring(id);
  rooms.bell.ring("delivery");
  return { message: `Batch ${id} will be sent to Google Drive`, status: "uploading" };
}
