import { eq } from "drizzle-orm";
import { type Db, immediately } from "@/db/client";
import { batchJobs } from "@/db/schema";
import type { Bell } from "@/lib/events/bell";
import { removeZips } from "./download";
import { batchRow } from "./view";

export interface RemoveRooms {
  db: Db;
  bell: Bell;
  /** Folder of packed ZIPs. */
  zips: string;
}

/**
 * Removes a batch. All its rows go at once, its leases with them, so that a running one stops; its ZIP goes after, and
 * its blobs with the sweep, which knows whether another batch uses them. A kill in between leaves only files that the
 * sweep finds.
 * @throws TracepressError `not_found`, also the second time.
 */
export async function removeBatch({ db, bell, zips }: RemoveRooms, id: string): Promise<void> {
  immediately(db, (tx) => {
    batchRow(tx, id);
    tx.delete(batchJobs).where(eq(batchJobs.id, id)).run();
  });
  for (const topic of [id, "queue", "delivery"]) bell.ring(topic);
  await removeZips(zips, id);
}
