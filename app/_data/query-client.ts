import { QueryClient } from "@tanstack/react-query";
import { batchesKey, batchKey } from "./batch-keys";
import { onBatchesChanged } from "./batches-bell";
import { ProblemError } from "./problem";

const tries = 2;

/**
 * The server is often this very machine, so being offline is no reason to wait: `networkMode` is always. What was missed
 * meanwhile is asked for when the connection is back.
 */
const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        refetchOnReconnect: true,
        retry: (failures, error) => error instanceof ProblemError && error.passing && failures < tries,
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: "always" },
    },
  });

let shared: QueryClient | null = null;

/** One for all that a browser shows, so that what was read on one page is known on the next; on the server each answer has its own. */
export function queryClientHere(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  shared ??= listening(makeQueryClient());
  return shared;
}

function listening(client: QueryClient): QueryClient {
  onBatchesChanged((id) => {
    void client.invalidateQueries({ queryKey: batchesKey });
    if (id !== null) void client.invalidateQueries({ queryKey: batchKey(id), exact: true });
  });
  return client;
}

declare module "@tanstack/react-query" {
  interface Register {
    /** Every fetcher here throws this and nothing else. */
    defaultError: ProblemError;
  }
}
