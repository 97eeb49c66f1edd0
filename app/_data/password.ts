import type { ChangePasswordRequest, SetPasswordRequest } from "@/lib/contracts/accounts";
import { asJson, command, request } from "./request";
import { useDeed } from "./use-deed";

/** `POST /password`: whose password it is now. */
export const setPassword = (body: SetPasswordRequest) =>
  request("/password", (contracts) => contracts.memberSchema, asJson("POST", body));

export const useChangePassword = () =>
  useDeed({ mutationFn: (body: ChangePasswordRequest) => command("/password", asJson("PUT", body)) });

export const useMakePasswordLink = (memberId: string) =>
  useDeed({
    mutationFn: () =>
      request(`/members/${encodeURIComponent(memberId)}/password-link`, (contracts) => contracts.oneTimeLinkSchema, {
        method: "POST",
      }),
  });
