import { eq } from "drizzle-orm";
import { type Db, immediately, type Tx } from "@/db/client";
import { type BatchRow, batchItems, type ItemRow } from "@/db/schema";
import type { Config } from "@/lib/config";
import type { RetryAnswer, RetryRequest } from "@/lib/contracts/retry";
import { isTerminal } from "@/lib/contracts/terms/status";
import { TracepressError } from "@/lib/errors";
import type { Bell } from "@/lib/events/bell";
import { removeItemArtifacts } from "@/lib/queue/artifacts";
import { refuseWhenFull } from "@/lib/queue/pressure";
import { currentTurn } from "@/lib/queue/turns";
import { namedItems } from "./named-items";
import { reopen } from "./reopen";
import { countedItems } from "./state";
import { batchRow } from "./view";

/**
 * Runs again what failed or was cancelled, with all its attempts; what is finished stays as it is. A batch whose items
 * are all good and that failed while it was put together is put together again.
 * A second request while the first one's items are under way changes nothing and is answered alike.
 * @throws TracepressError `not_found`; `conflict` for a batch that runs or has nothing to run again; `invalid_request`
 * for ids that are not of this batch; `queue_full`.
 */
export function retryBatch(
  { db, bell, config }: { db: Db; bell: Bell; config: Config },
  id: string,
  request: RetryRequest,
): RetryAnswer {
  const now = Date.now();
  const retried = immediately(db, (tx) => {
    const batch = batchRow(tx, id);
    const items = askedFor(tx, batch, request.item_ids);
    const again = items.filter(({ status }) => status === "failed" || status === "cancelled");
    if (!isTerminal(batch.status)) return alreadyAgain(batch, again);
    if (again.length === 0 && !closingFailed(batch)) throw nothingToRun(batch);
    refuseWhenFull(tx, again.length, config.maxPendingItems, now);
    putBack(tx, again, now);
    reopen(tx, batch, again, now);
    return again.length;
  });
  bell.ring(id);
  bell.ring("queue");
  return { message: sentence(id, retried), status: "processing", retried };
}

/** @throws TracepressError `conflict` where one is named that is finished. */
function askedFor(tx: Tx, batch: BatchRow, ids: readonly string[] | undefined): ItemRow[] {
  const items = namedItems(tx, batch.id, ids);
  const good = ids && isTerminal(batch.status) && items.find(({ status }) => status === "completed");
  if (good) throw new TracepressError("conflict", `${good.name} is finished and has nothing to run again.`);
  return items;
}

function alreadyAgain(batch: BatchRow, again: ItemRow[]): number {
  if (batch.retriedAt !== null && again.length === 0) return 0;
  throw new TracepressError("conflict", `Batch ${batch.id} is ${batch.status}; it can be run again once it has ended.`);
}

const closingFailed = (batch: BatchRow): boolean =>
  batch.status === "failed" && batch.processed > 0 && batch.closing === "done";

const nothingToRun = ({ id, status }: BatchRow): TracepressError =>
  new TracepressError(
    "conflict",
    status === "completed_upload_failed"
      ? `All items of batch ${id} are done; only its upload failed. Send it again with upload-to-drive.`
      : `All items of batch ${id} are done: there is nothing to run again.`,
  );

function putBack(tx: Tx, items: ItemRow[], now: number): void {
  const turn = currentTurn(tx);
  for (const [place, { id }] of items.entries()) {
    removeItemArtifacts(tx, id);
    tx.update(batchItems)
      .set({
        status: "pending",
        stage: null,
        stagesDone: 0,
        attempts: 0,
        turn: turn + place,
        availableAt: now,
        startedAt: null,
        finishedAt: null,
        error: null,
        drawn: null,
      })
      .where(eq(batchItems.id, id))
      .run();
  }
}

const sentence = (id: string, retried: number): string =>
  retried > 0 ? `${countedItems(retried)} of batch ${id} will be run again` : `Batch ${id} is being run again`;
