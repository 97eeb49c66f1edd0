import type { BatchFilter, FirstBatches } from "@/app/_data/list-batches";
import { database } from "@/db/client";
import { listBatches } from "@/lib/batch/list";
import { batchesPerPage } from "@/lib/contracts/terms/status";
import { log } from "@/lib/log";
import { pageCallerOf } from "./caller";

/**
 * What the Jobs tab begins with, so that its list is seen before any script runs. Null for someone who is not known, and
 * where the list cannot be read: then the tab asks the API itself, and tells what that answers.
 */
export async function firstBatches(headers: Headers, filter: BatchFilter): Promise<FirstBatches | null> {
  const caller = await pageCallerOf(headers.get("cookie"));
  if (caller === null) return null;
  const { kind, status, find } = filter;
  const query = { kind: kind ?? undefined, status: status ?? undefined, find, limit: batchesPerPage };
  try {
    return { filter, page: await listBatches(database(), query, caller), at: Date.now() };
  } catch (err) {
    log().error({ err }, "The list of batches could not be read for its page");
    return null;
  }
}
