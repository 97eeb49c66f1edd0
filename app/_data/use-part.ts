import { useQuery } from "@tanstack/react-query";
import { loadLazily } from "./load-lazily";
import { ProblemError } from "./problem";

const againMs = 2_000;

/**
 * A part of the page that comes after it; undefined until it is there. While the server cannot be reached it is asked for
 * again: the page goes on without it.
 */
export const usePart = <Part>(name: string, load: () => Promise<Part>): Part | undefined =>
  useQuery({
    queryKey: ["part", name],
    queryFn: () => loadLazily(load),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: (_failures, failure) => failure instanceof ProblemError,
    retryDelay: againMs,
    throwOnError: true,
  }).data;
