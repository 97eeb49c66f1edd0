import { and, eq, gt, lte } from "drizzle-orm";
import { type Db, immediately, type Tx } from "@/db/client";
import { accounts as credentials, invitations, users } from "@/db/schema-accounts";
import type { JoinRequest, Role } from "@/lib/contracts/accounts";
import { TracepressError } from "@/lib/errors";
import { opaqueId } from "@/lib/ids";
import type { Accounts } from "./accounts";
import { hashOf, newLink, type OneTimeLink, usedUp } from "./one-time-link";

/** Milliseconds for which a link can be used. */
const linkTtlMs = 7 * 24 * 3_600_000;

/** Makes a one-time link, by which someone makes an account with this role. */
export function invite(tx: Tx, role: Role, now: number): OneTimeLink {
  tx.delete(invitations).where(lte(invitations.expiresAt, now)).run();
  const link = newLink("join", now, linkTtlMs);
  const { token, expiresAt } = link;
  tx.insert(invitations)
    .values({ tokenHash: hashOf(token), role, createdAt: now, expiresAt })
    .run();
  return link;
}

/** A link for the first owner while nobody has an account, and the only one; null once somebody has. */
export function inviteFirstOwner(db: Db, now: number): OneTimeLink | null {
  return immediately(db, (tx) => {
    if (tx.select({ id: users.id }).from(users).limit(1).get()) return null;
    tx.delete(invitations).run();
    return invite(tx, "owner", now);
  });
}

/**
 * Makes the account that a link is for; the link is used up with it.
 * @throws TracepressError `not_found` for a link that was used or has run out; `conflict` for an address that has an account.
 */
export async function join(accounts: Accounts, db: Db, request: JoinRequest, now: number): Promise<void> {
  // Before the password is hashed, which costs a tenth of a second of processor time.
  if (!openInvitation(db, request.token, now)) throw usedUp();
  const { password } = await accounts.$context;
  const hash = await password.hash(request.password);
  immediately(db, (tx) => makeAccount(tx, request, hash, now));
}

function makeAccount(tx: Tx, { token, name, email }: JoinRequest, password: string, now: number): void {
  const invitation = openInvitation(tx, token, now);
  if (!invitation) throw usedUp();
  if (tx.select({ id: users.id }).from(users).where(eq(users.email, email)).get()) {
    throw new TracepressError("conflict", `${email} has an account already. Sign in with it.`);
  }
  const moments = { createdAt: new Date(now), updatedAt: new Date(now) };
  const id = opaqueId("user");
  tx.delete(invitations).where(eq(invitations.tokenHash, invitation.tokenHash)).run();
  tx.insert(users)
    .values({ id, name, email, emailVerified: false, role: invitation.role, ...moments })
    .run();
  tx.insert(credentials)
    .values({ id: opaqueId("account"), accountId: id, providerId: "credential", userId: id, password, ...moments })
    .run();
}

const openInvitation = (tx: Tx, token: string, now: number) =>
  tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.tokenHash, hashOf(token)), gt(invitations.expiresAt, now)))
    .get();
