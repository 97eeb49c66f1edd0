import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { batchStatusSchema } from "@/lib/contracts/status";
import { lookAgain } from "./get-batch";
import { request } from "./request";

const cancelledSchema = z.object({ message: z.string(), status: batchStatusSchema });

/** `POST /batch/{id}/cancel`. */
export const cancelBatch = (id: string) =>
  request(`/batch/${encodeURIComponent(id)}/cancel`, cancelledSchema, { method: "POST" });

export function useCancelBatch(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => cancelBatch(id),
    onSettled: () => lookAgain(client, id),
  });
}
