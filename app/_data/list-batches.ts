import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { BatchKind, BatchList, BatchStatus } from "@/lib/contracts/status";
import { batchesPerPage, isTerminal } from "@/lib/contracts/terms/status";
import { batchesKey } from "./batch-keys";
import { request } from "./request";

/** Something runs: look often. Nothing does: another tab may still start something. */
const busyMs = 2_000;
const idleMs = 15_000;

export interface BatchFilter {
  kind: BatchKind | null;
  status: BatchStatus | null;
  /** Words to find them by; empty for all. */
  find: string;
}

/** The first page is seen at once; whoever asks for more has many, and would have to ask often. */
const batchesPerMore = 100;

/** `GET /batch`, one page of the list. */
export function listBatches(filter: BatchFilter, cursor: string | null, signal?: AbortSignal): Promise<BatchList> {
  const { kind, status, find } = filter;
  const search = new URLSearchParams({ limit: String(cursor === null ? batchesPerPage : batchesPerMore) });
  if (kind) search.set("kind", kind);
  if (status) search.set("status", status);
  if (find) search.set("find", find);
  if (cursor) search.set("cursor", cursor);
  return request(`/batch?${search}`, (contracts) => contracts.batchListSchema, { signal });
}

export const batchesQuery = (filter: BatchFilter) =>
  infiniteQueryOptions({
    queryKey: [...batchesKey, filter],
    queryFn: ({ pageParam, signal }) => listBatches(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    // What is looked for is looked for again with each letter: the list changes once the answer is there.
    placeholderData: keepPreviousData,
    // A list that came with its page is not asked for again at once.
    staleTime: busyMs,
    refetchInterval: ({ state }) => (anyRunning(state.data?.pages) ? busyMs : idleMs),
  });

const anyRunning = (pages: BatchList[] = []): boolean =>
  pages.some((page) => page.batches.some((batch) => !isTerminal(batch.status)));

/** The first page of a list as it stood when the page that shows it was made. */
export interface FirstBatches {
  filter: BatchFilter;
  page: BatchList;
  /** Milliseconds since the Unix epoch, by the server's clock. */
  at: number;
}

/** @param first what the list begins with where nothing is known of it yet; null to ask for it. */
export const useBatches = (filter: BatchFilter, first: FirstBatches | null = null) =>
  useInfiniteQuery({
    ...batchesQuery(filter),
    ...(first && { initialData: { pages: [first.page], pageParams: [null] }, initialDataUpdatedAt: first.at }),
  });
