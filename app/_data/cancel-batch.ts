import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { batchStatusSchema } from "@/lib/contracts/status";
import { batchKey } from "./get-batch";
import { batchesKey } from "./list-batches";
import { request } from "./request";

const cancelledSchema = z.object({ message: z.string(), status: batchStatusSchema });

/** `POST /batch/{id}/cancel`. */
export const cancelBatch = (id: string) =>
  request(`/batch/${encodeURIComponent(id)}/cancel`, cancelledSchema, { method: "POST" });

export function useCancelBatch(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => cancelBatch(id),
    // A refusal too means that the page knows less than the server: look again either way.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: batchKey(id), exact: true }),
        client.invalidateQueries({ queryKey: batchesKey }),
      ]),
  });
}
