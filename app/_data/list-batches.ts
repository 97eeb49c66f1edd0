import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { BatchKind, BatchList, BatchStatus } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { request } from "./request";

export const batchesKey = ["batches"] as const;

const pageSize = 20;
/** Something runs: look often. Nothing does: another tab may still start something. */
const busyMs = 2_000;
const idleMs = 15_000;

export interface BatchFilter {
  kind: BatchKind | null;
  status: BatchStatus | null;
}

/** `GET /batch`, one page of the list. */
export function listBatches(filter: BatchFilter, cursor: string | null, signal?: AbortSignal): Promise<BatchList> {
  const { kind, status } = filter;
  const search = new URLSearchParams({ limit: String(pageSize) });
  if (kind) search.set("kind", kind);
  if (status) search.set("status", status);
  if (cursor) search.set("cursor", cursor);
  return request(`/batch?${search}`, (contracts) => contracts.batchListSchema, { signal });
}

export const batchesQuery = (filter: BatchFilter) =>
  infiniteQueryOptions({
    queryKey: [...batchesKey, filter],
    queryFn: ({ pageParam, signal }) => listBatches(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ({ state }) => (anyRunning(state.data?.pages) ? busyMs : idleMs),
  });

const anyRunning = (pages: BatchList[] = []): boolean =>
  pages.some((page) => page.batches.some((batch) => !isTerminal(batch.status)));

export const useBatches = (filter: BatchFilter) => useInfiniteQuery(batchesQuery(filter));
