import { type InfiniteData, infiniteQueryOptions, useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { BatchTrace, TraceSpan } from "@/lib/contracts/trace";
import { getTrace } from "./get-trace";
import type { ProblemError } from "./problem";
import { firstItems, laterItems } from "./trace-address";

/** Items whose stages are fetched at once. */
export const stageItems = 25;
/** A running batch's trace is asked for again this often. */
const againMs = 2_000;

const itemsFrom = (first: number): number => (first === 0 ? firstItems : laterItems);

export const outlineQuery = (id: string) =>
  infiniteQueryOptions<BatchTrace, ProblemError, InfiniteData<BatchTrace, number>, readonly string[], number>({
    queryKey: ["trace", id, "outline"],
    queryFn: ({ pageParam, signal }) =>
      getTrace(id, "outline", { items_from: pageParam, items: itemsFrom(pageParam) }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ page_count }, _all, from) => {
      const next = from + itemsFrom(from);
      return next < page_count ? next : undefined;
    },
    // Comparing ten thousand spans with ten thousand others costs more than drawing them again.
    structuralSharing: false,
    staleTime: againMs,
  });

/** A batch's items, waits and attempts, all of them, some hundred items after the other. @param live it still runs. */
export function useTraceOutline(id: string, live: boolean) {
  const query = useInfiniteQuery({ ...outlineQuery(id), refetchInterval: live ? againMs : false });
  const { data, hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const spans = useMemo(() => data?.pages.flatMap((page) => page.spans) ?? [], [data]);
  const last = data?.pageParams.at(-1);
  const loadedItems = last === undefined ? 0 : Math.min(last + itemsFrom(last), data?.pages[0].page_count ?? 0);
  return { ...query, spans, loadedItems };
}

/** How long each stage usually took, over the whole batch. @param wanted not before it has ended. */
export const useStageFigures = (id: string, wanted: boolean) =>
  useQuery({
    queryKey: ["trace", id, "figures"],
    queryFn: ({ signal }) => getTrace(id, "stages", {}, signal),
    select: ({ trace_data }) => trace_data.stage_figures,
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The stages of some items. @param parts numbers of groups of `stageItems` items, from 0. */
export function useTraceStages(id: string, parts: readonly number[], live: boolean) {
  const queries = useQueries({
    queries: parts.map((part) => ({
      queryKey: ["trace", id, "stages", part],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        getTrace(id, "spans", { items_from: part * stageItems, items: stageItems }, signal),
      structuralSharing: false,
      staleTime: live ? againMs : Number.POSITIVE_INFINITY,
      refetchInterval: live ? againMs : (false as const),
    })),
  });
  const read = queries.map(({ dataUpdatedAt }) => dataUpdatedAt).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is new at every drawing; when its answers are new, `read` says.
  const spans = useMemo((): TraceSpan[] => queries.flatMap(({ data }) => data?.spans ?? []), [read]);
  const failed = queries.filter(({ isError }) => isError);
  return {
    spans,
    isLoading: queries.some(({ isLoading }) => isLoading),
    failed: failed.length > 0,
    retry: () => {
      for (const query of failed) void query.refetch();
    },
  };
}
