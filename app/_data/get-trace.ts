import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type BatchTrace, traceSchema } from "@/lib/contracts/trace";
import { request } from "./request";

/** Items whose spans are fetched at once. */
const itemsAtOnce = 200;
/** A running batch's trace is asked for again this often. */
const againMs = 3_000;

type Part = "spans" | "pages" | "summary";

/** `GET /jobs/{id}/trace`. */
function getTrace(id: string, parts: Part, query: Record<string, number>, signal: AbortSignal): Promise<BatchTrace> {
  const asked = new URLSearchParams({ parts });
  for (const [name, value] of Object.entries(query)) asked.set(name, String(value));
  return request(`/jobs/${encodeURIComponent(id)}/trace?${asked}`, traceSchema, { signal });
}

/** The spans of a batch, some hundred items at a time. @param total items of the batch. @param live it still runs. */
export function useTraceSpans(id: string, total: number, live: boolean) {
  const query = useInfiniteQuery({
    queryKey: ["trace", id, "spans"],
    queryFn: ({ pageParam, signal }) => getTrace(id, "spans", { items_from: pageParam, items: itemsAtOnce }, signal),
    initialPageParam: 0,
    getNextPageParam: (_last, _all, from) => (from + itemsAtOnce < total ? from + itemsAtOnce : undefined),
    refetchInterval: live ? againMs : false,
  });
  const spans = useMemo(() => query.data?.pages.flatMap(({ spans }) => spans) ?? [], [query.data]);
  return { ...query, spans, loadedItems: Math.min(total, (query.data?.pages.length ?? 0) * itemsAtOnce) };
}

/** What became of one page, counted from 1. */
export const useTracePage = (id: string, page: number, live: boolean) =>
  useQuery({
    queryKey: ["trace", id, "page", page],
    queryFn: ({ signal }) => getTrace(id, "pages", { items_from: page - 1, items: 1 }, signal),
    refetchInterval: live ? againMs : false,
  });

/** The figures of the whole batch, its package and its delivery. */
export const useTraceSummary = (id: string, live: boolean) =>
  useQuery({
    queryKey: ["trace", id, "summary"],
    queryFn: ({ signal }) => getTrace(id, "summary", {}, signal),
    refetchInterval: live ? againMs : false,
  });
