import { useQueryClient } from "@tanstack/react-query";
import type { BatchView } from "@/lib/contracts/status";
import { batchKey } from "./batch-keys";
import { lookAgain } from "./get-batch";
import { useDeed } from "./use-deed";

/** A verb that sets an ended batch going: from its answer on its page follows it again, before the next look at its status. */
export function useRunOn<Asked>(id: string, verb: (asked: Asked) => Promise<Pick<BatchView, "status">>) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: verb,
    onSuccess: ({ status }) =>
      client.setQueryData<BatchView>(batchKey(id), (batch) => batch && { ...batch, status, expires_at: null }),
    onSettled: () => lookAgain(client, id),
  });
}
