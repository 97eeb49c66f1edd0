import { isAPIError } from "better-auth/api";
import { and, eq, gt } from "drizzle-orm";
import { type Db, immediately, type Tx } from "@/db/client";
import { accounts as credentials, passwordLinks, sessions } from "@/db/schema-accounts";
import type { ChangePasswordRequest, Member, SetPasswordRequest } from "@/lib/contracts/accounts";
import { TracepressError } from "@/lib/errors";
import type { Accounts } from "./accounts";
import { memberOf } from "./members";
import { hashOf, newLink, type OneTimeLink, usedUp } from "./one-time-link";

/** Milliseconds for which a link can be used. */
const linkTtlMs = 24 * 3_600_000;

/**
 * Changes the password of whose session it is; every session of theirs ends, and this one goes on as another.
 * @returns the cookies that carry it.
 * @throws TracepressError `forbidden` for a current password that is not right.
 */
export async function changePassword(
  accounts: Accounts,
  headers: Headers,
  { current_password, password }: ChangePasswordRequest,
): Promise<string[]> {
  const body = { currentPassword: current_password, newPassword: password, revokeOtherSessions: true };
  try {
    const answer = await accounts.api.changePassword({ body, headers, returnHeaders: true });
    return answer.headers.getSetCookie();
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    throw new TracepressError("forbidden", "The current password is not right.", { cause: error });
  }
}

/**
 * Makes a one-time link by which a member sets a new password; an earlier one of theirs is worth nothing any more.
 * @throws TracepressError `not_found`.
 */
export function makePasswordLink(db: Db, memberId: string, now: number): OneTimeLink {
  const link = newLink("new-password", now, linkTtlMs);
  const { token, expiresAt } = link;
  immediately(db, (tx) => {
    memberOf(tx, memberId);
    tx.delete(passwordLinks).where(eq(passwordLinks.userId, memberId)).run();
    tx.insert(passwordLinks)
      .values({ tokenHash: hashOf(token), userId: memberId, createdAt: now, expiresAt })
      .run();
  });
  return link;
}

/**
 * Sets the password of whom a link is for; the link is used up and every session of theirs ends with it.
 * @returns who it is. @throws TracepressError `not_found` for a link that was used or has run out.
 */
export async function setPassword(
  accounts: Accounts,
  db: Db,
  { token, password }: SetPasswordRequest,
  now: number,
): Promise<Member> {
  // Before the password is hashed, which costs a tenth of a second of processor time.
  if (!openLink(db, token, now)) throw usedUp();
  const hasher = (await accounts.$context).password;
  const hash = await hasher.hash(password);
  return immediately(db, (tx) => replacePassword(tx, token, hash, now));
}

function replacePassword(tx: Tx, token: string, password: string, now: number): Member {
  const link = openLink(tx, token, now);
  if (!link) throw usedUp();
  const { userId } = link;
  tx.delete(passwordLinks).where(eq(passwordLinks.userId, userId)).run();
  tx.delete(sessions).where(eq(sessions.userId, userId)).run();
  const theirs = and(eq(credentials.userId, userId), eq(credentials.providerId, "credential"));
  tx.update(credentials)
    .set({ password, updatedAt: new Date(now) })
    .where(theirs)
    .run();
  return memberOf(tx, userId);
}

const openLink = (tx: Tx, token: string, now: number) =>
  tx
    .select()
    .from(passwordLinks)
    .where(and(eq(passwordLinks.tokenHash, hashOf(token)), gt(passwordLinks.expiresAt, now)))
    .get();
