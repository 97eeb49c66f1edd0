import { useQueryClient } from "@tanstack/react-query";
import { lookAgain } from "./get-batch";
import { request } from "./request";
import { useDeed } from "./use-deed";

/** `POST /batch/{id}/upload-to-drive`: sends a finished batch again, without converting it again. */
export const sendToDrive = (id: string) =>
  request(`/batch/${encodeURIComponent(id)}/upload-to-drive`, (contracts) => contracts.statusAnswerSchema, {
    method: "POST",
  });

export function useSendToDrive(id: string) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: () => sendToDrive(id),
    onSettled: () => lookAgain(client, id),
  });
}
