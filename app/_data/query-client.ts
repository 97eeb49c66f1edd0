import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "./problem";

const tries = 2;

/** The server is often this very machine, so being offline is no reason to wait: `networkMode` is always. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: (failures, error) => error instanceof ProblemError && error.passing && failures < tries,
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: "always" },
    },
  });

declare module "@tanstack/react-query" {
  interface Register {
    /** Every fetcher here throws this and nothing else. */
    defaultError: ProblemError;
  }
}
