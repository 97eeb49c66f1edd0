import { useMutation, useQueryClient } from "@tanstack/react-query";
import { batchesKey } from "./batch-keys";
import { ringOtherTabs } from "./batches-bell";
import { command } from "./request";

/** `DELETE /batch/{id}`: with all its files, for good. */
export const removeBatch = (id: string) => command(`/batch/${encodeURIComponent(id)}`, { method: "DELETE" });

export function useRemoveBatch(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => removeBatch(id),
    onSuccess: () => {
      ringOtherTabs(id);
      return client.invalidateQueries({ queryKey: batchesKey });
    },
  });
}
