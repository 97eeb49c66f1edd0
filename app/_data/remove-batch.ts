import { useQueryClient } from "@tanstack/react-query";
import { batchesKey } from "./batch-keys";
import { ringOtherTabs } from "./batches-bell";
import { command } from "./request";
import { useDeed } from "./use-deed";

/** `DELETE /batch/{id}`: with all its files, for good. */
export const removeBatch = (id: string) => command(`/batch/${encodeURIComponent(id)}`, { method: "DELETE" });

export function useRemoveBatch(id: string) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: () => removeBatch(id),
    onSuccess: () => {
      ringOtherTabs(id);
      return client.invalidateQueries({ queryKey: batchesKey });
    },
  });
}
