import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NewApiKeyRequest } from "@/lib/contracts/accounts";
import { command, request } from "./request";
import { asJson } from "./session";

const key = ["keys"];

export const useKeys = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request("/keys", (contracts) => contracts.apiKeyListSchema, { signal }),
  });

export function useMakeKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewApiKeyRequest) =>
      request("/keys", (contracts) => contracts.newApiKeySchema, asJson("POST", body)),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useRemoveKey(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => command(`/keys/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
