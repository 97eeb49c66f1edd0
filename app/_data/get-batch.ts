import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { eventsAfter, newestSeq, withEvents } from "./batch-events";
import { batchesKey, batchKey } from "./batch-keys";
import { ringOtherTabs } from "./batches-bell";
import { request } from "./request";

/** Events tell what changes; this look now and then is the net under a connection that died without a word. */
const safetyNetMs = 15_000;

/** `GET /batch/{id}/status`. */
export const getBatch = (id: string, signal?: AbortSignal): Promise<BatchView> =>
  request(`/batch/${encodeURIComponent(id)}/status`, (contracts) => contracts.batchSchema, { signal });

export const batchQuery = (client: QueryClient, id: string) =>
  queryOptions({
    queryKey: batchKey(id),
    queryFn: async ({ signal }) => {
      const before = newestSeq(client, id);
      const batch = await getBatch(id, signal);
      // What was heard while the answer travelled is newer than the answer: without it, items would step back.
      return isTerminal(batch.status) ? batch : withEvents(batch, eventsAfter(client, id, before));
    },
    // That it has ended may have been heard of without its answer, which alone has the files: that is asked for until it comes.
    refetchInterval: ({ state: { data, error, isInvalidated } }) =>
      data && isTerminal(data.status) && error === null && !isInvalidated ? false : safetyNetMs,
  });

/** After a verb, refused ones too: the page may know less than the server. */
export function lookAgain(client: QueryClient, id: string): Promise<unknown> {
  ringOtherTabs(id);
  return Promise.all([
    client.invalidateQueries({ queryKey: batchKey(id), exact: true }),
    client.invalidateQueries({ queryKey: batchesKey }),
  ]);
}

export function useBatch(id: string) {
  return useQuery(batchQuery(useQueryClient(), id));
}
