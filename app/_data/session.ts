import { useQuery } from "@tanstack/react-query";
import type { SignInRequest } from "@/lib/contracts/accounts";
import { forgetLaidOut } from "./laid-out";
import { asJson, command, request } from "./request";
import { useDeed } from "./use-deed";

/** `POST /session`. */
export const signIn = (body: SignInRequest) =>
  request("/session", (contracts) => contracts.memberSchema, asJson("POST", body));

export const useSignOut = () =>
  useDeed({
    mutationFn: () => command("/session", { method: "DELETE" }),
    onSuccess: () => {
      forgetLaidOut();
      location.assign("/sign-in");
    },
  });

/** Who is signed in. */
export const useMe = () =>
  useQuery({
    queryKey: ["me"],
    queryFn: ({ signal }) => request("/session", (contracts) => contracts.memberSchema, { signal }),
  });
