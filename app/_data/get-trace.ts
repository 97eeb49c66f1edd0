import { useQuery } from "@tanstack/react-query";
import type { BatchTrace, TraceQuery } from "@/lib/contracts/trace";
import { request } from "./request";
import { traceAddress } from "./trace-address";

/** A running batch's trace is asked for again this often. */
const againMs = 3_000;

type Part = Exclude<TraceQuery["parts"], "all">;

/** `GET /jobs/{id}/trace`. */
export function getTrace(
  id: string,
  parts: Part,
  query: Record<string, number>,
  signal: AbortSignal,
): Promise<BatchTrace> {
  return request(traceAddress(id, parts, query), (contracts) => contracts.traceSchema, { signal });
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
