import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { batchStatusSchema } from "@/lib/contracts/status";
import { lookAgain } from "./get-batch";
import { request } from "./request";

const sentSchema = z.object({ message: z.string(), status: batchStatusSchema });

/** `POST /batch/{id}/upload-to-drive`: sends a finished batch again, without converting it again. */
export const sendToDrive = (id: string) =>
  request(`/batch/${encodeURIComponent(id)}/upload-to-drive`, sentSchema, { method: "POST" });

export function useSendToDrive(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => sendToDrive(id),
    onSettled: () => lookAgain(client, id),
  });
}
