import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { NewApiKeyRequest } from "@/lib/contracts/accounts";
import { asJson, command, request } from "./request";
import { useDeed } from "./use-deed";

const key = ["keys"];

export const useKeys = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request("/keys", (contracts) => contracts.apiKeyListSchema, { signal }),
  });

export function useMakeKey() {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (body: NewApiKeyRequest) =>
      request("/keys", (contracts) => contracts.newApiKeySchema, asJson("POST", body)),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useRemoveKey(id: string) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: () => command(`/keys/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
