import { eq, sql } from "drizzle-orm";
import { prepared, type Tx } from "@/db/client";
import { users } from "@/db/schema-accounts";
import { scopes } from "@/lib/contracts/terms/accounts";
import { TracepressError } from "@/lib/errors";
import type { Accounts } from "./accounts";
import type { Caller } from "./caller";

const roleOf = prepared((db) =>
  db
    .select({ role: users.role })
    .from(users)
    .where(eq(users.id, sql.placeholder("id")))
    .prepare(),
);

/**
 * Who sent a request, by its API key or else by its session cookie; null for neither.
 * @throws TracepressError `unauthenticated` for a key that is not valid, `rate_limited` for one that is used too often.
 */
export async function identify(accounts: Accounts, db: Tx, headers: Headers): Promise<Caller | null> {
  const key = keyIn(headers);
  return key === null ? bySession(accounts, db, headers) : byKey(accounts, db, key);
}

/** `Authorization: Bearer …` or `x-api-key: …`. */
function keyIn(headers: Headers): string | null {
  const bearer = /^bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "");
  return bearer?.[1] ?? headers.get("x-api-key");
}

async function bySession(accounts: Accounts, db: Tx, headers: Headers): Promise<Caller | null> {
  const session = await accounts.api.getSession({ headers });
  return session && callerWith(db, { id: session.user.id, via: "session", credentialId: session.session.id, scopes });
}

async function byKey(accounts: Accounts, db: Tx, key: string): Promise<Caller> {
  const { valid, error, key: found } = await accounts.api.verifyApiKey({ body: { key } });
  if (!valid || !found) throw refused(error);
  const allowed = (found.permissions as Record<string, string[]> | null)?.batches ?? [];
  const given = scopes.filter((scope) => allowed.includes(scope));
  const caller = callerWith(db, { id: found.referenceId, via: "key", credentialId: found.id, scopes: given });
  if (caller === null) throw refused(null);
  return caller;
}

function callerWith(db: Tx, known: Omit<Caller, "role">): Caller | null {
  const user = roleOf(db).get({ id: known.id });
  return user ? { ...known, role: user.role } : null;
}

/** One sentence for a key that never was, has run out or was taken back: nobody learns which. */
function refused(error: unknown): TracepressError {
  const { code, details } = (error ?? {}) as { code?: string; details?: { tryAgainIn?: number } };
  if (code !== "RATE_LIMITED") {
    return new TracepressError("unauthenticated", "This API key is not valid. It may have run out or been removed.");
  }
  const retryAfter = Math.max(1, Math.ceil((details?.tryAgainIn ?? 60_000) / 1000));
  return new TracepressError("rate_limited", `This API key is used too often; wait ${retryAfter} s.`, { retryAfter });
}
