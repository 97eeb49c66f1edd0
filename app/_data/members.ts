import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JoinRequest, Role } from "@/lib/contracts/accounts";
import { asJson, command, request } from "./request";
import { useDeed } from "./use-deed";

const key = ["members"];

/** `POST /members`: an account by a one-time link. */
export const join = (body: JoinRequest) => command("/members", asJson("POST", body));

export const useMembers = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request("/members", (contracts) => contracts.memberListSchema, { signal }),
  });

export const useInvite = () =>
  useDeed({
    mutationFn: (role: Role) =>
      request("/invitations", (contracts) => contracts.oneTimeLinkSchema, asJson("POST", { role })),
  });

export function useChangeRole(id: string) {
  const client = useQueryClient();
  return useMutation({
    // One after the other: what was chosen last is what counts.
    scope: { id: `role of ${id}` },
    mutationFn: (role: Role) =>
      request(`/members/${encodeURIComponent(id)}`, (contracts) => contracts.memberSchema, asJson("PATCH", { role })),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useRemoveMember(id: string) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: () => command(`/members/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
