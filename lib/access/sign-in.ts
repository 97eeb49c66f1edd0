import { isAPIError } from "better-auth/api";
import type { SignInRequest } from "@/lib/contracts/accounts";
import { TracepressError } from "@/lib/errors";
import type { Accounts } from "./accounts";

/** A session that has begun: whose it is, and the cookies that carry it. */
export interface Session {
  userId: string;
  cookies: string[];
}

/**
 * Begins a session. An unknown address takes as long as a wrong password: a password is hashed for either.
 * @throws TracepressError `unauthenticated` in the same words for both.
 */
export async function signIn(accounts: Accounts, { email, password }: SignInRequest): Promise<Session> {
  try {
    const body = { email, password };
    const { headers, response } = await accounts.api.signInEmail({ body, returnHeaders: true });
    return { userId: response.user.id, cookies: headers.getSetCookie() };
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    throw new TracepressError("unauthenticated", "This address and password do not belong together.", { cause: error });
  }
}

/** Ends the session of a request for good: its cookie is worth nothing any more. @returns the cookies that take it away. */
export async function signOut(accounts: Accounts, headers: Headers): Promise<string[]> {
  const { headers: answer } = await accounts.api.signOut({ headers, returnHeaders: true });
  return answer.getSetCookie();
}
