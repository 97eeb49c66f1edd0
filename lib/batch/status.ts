import type { Db } from "@/db/client";
import type { BatchView } from "@/lib/contracts/status";
import { batchRow, batchView } from "./view";

/** Where a batch stands, read in one transaction so that counters, items and files agree. @throws TracepressError `not_found`. */
export const batchStatus = (db: Db, id: string, withItems: boolean): BatchView =>
  db.transaction(() => batchView(db, batchRow(db, id), withItems));
