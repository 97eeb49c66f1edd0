import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { type Db, prepared, type Tx } from "@/db/client";
import { apiKeys, sessions, users } from "@/db/schema-accounts";
import type { Role } from "@/lib/contracts/accounts";
import type { Caller } from "./caller";
import { ownerOf } from "./ownership";

/**
 * Whether a caller who was let in to a batch would be let in again: their session or key is still good, and the batch
 * is theirs or they are an owner. A batch that was removed meanwhile is no matter of access.
 * @param now milliseconds since the epoch.
 */
export function mayStay(db: Db, caller: Caller, batchId: string, now: number): boolean {
  if (caller.via === "local") return true;
  const role = roleNow(db, caller, now);
  if (role === null) return false;
  const batch = ownerOf(db).get({ id: batchId });
  return role === "owner" || batch === undefined || batch.ownerId === caller.id;
}

/** The role of whom a session or a key belongs to; null when it is worth nothing any more. */
function roleNow(db: Tx, { via, credentialId }: Caller, now: number): Role | null {
  const found = via === "session" ? bySession(db).get({ credentialId, now }) : byKey(db).get({ credentialId, now });
  return found?.role ?? null;
}

const bySession = prepared((db) =>
  db
    .select({ role: users.role })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(eq(sessions.id, sql.placeholder("credentialId")), gt(sessions.expiresAt, sql`${sql.placeholder("now")}`)),
    )
    .prepare(),
);

const byKey = prepared((db) =>
  db
    .select({ role: users.role })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.referenceId))
    .where(
      and(
        eq(apiKeys.id, sql.placeholder("credentialId")),
        eq(apiKeys.enabled, true),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`${sql.placeholder("now")}`)),
      ),
    )
    .prepare(),
);
