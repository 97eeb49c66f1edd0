import { and, asc, eq } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { apiKeys } from "@/db/schema-accounts";
import type { ApiKeyList, ApiKeyView, NewApiKey, NewApiKeyRequest } from "@/lib/contracts/accounts";
import { scopes } from "@/lib/contracts/terms/accounts";
import { TracepressError } from "@/lib/errors";
import type { Accounts } from "./accounts";

const minuteMs = 60_000;

/** Makes a key for programs of one user. The answer is the only place where it ever stands. */
export async function makeKey(
  accounts: Accounts,
  db: Tx,
  userId: string,
  { name, scopes: given, expires_in_days, requests_per_minute }: NewApiKeyRequest,
): Promise<NewApiKey> {
  const made = await accounts.api.createApiKey({
    body: {
      userId,
      name,
      permissions: { batches: [...given] },
      ...(expires_in_days !== null && { expiresIn: expires_in_days * 24 * 3600 }),
      rateLimitEnabled: true,
      rateLimitMax: requests_per_minute,
      rateLimitTimeWindow: minuteMs,
    },
  });
  return { ...keyOf(db, userId, made.id), key: made.key };
}

/** One user's keys, the oldest first, by their first letters. */
export function listKeys(db: Tx, userId: string): ApiKeyList {
  const rows = db.select().from(apiKeys).where(eq(apiKeys.referenceId, userId)).orderBy(asc(apiKeys.createdAt)).all();
  return { keys: rows.map(keyView) };
}

/** Takes a key back: the next request with it is refused. @throws TracepressError `not_found`, also for another's. */
export function removeKey(db: Db, userId: string, id: string): void {
  const { changes } = db.delete(apiKeys).where(theirs(userId, id)).run();
  if (changes === 0) throw noSuchKey();
}

function keyOf(db: Tx, userId: string, id: string): ApiKeyView {
  const row = db.select().from(apiKeys).where(theirs(userId, id)).get();
  if (!row) throw noSuchKey();
  return keyView(row);
}

const theirs = (userId: string, id: string) => and(eq(apiKeys.id, id), eq(apiKeys.referenceId, userId));

const noSuchKey = (): TracepressError => new TracepressError("not_found", "There is no such key of yours.");

function keyView(row: typeof apiKeys.$inferSelect): ApiKeyView {
  const allowed: string[] = (JSON.parse(row.permissions ?? "{}") as { batches?: string[] }).batches ?? [];
  return {
    key_id: row.id,
    name: row.name ?? "",
    start: row.start ?? "",
    scopes: scopes.filter((scope) => allowed.includes(scope)),
    requests_per_minute: row.rateLimitMax ?? 0,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt?.toISOString() ?? null,
    last_used_at: row.lastRequest?.toISOString() ?? null,
  };
}
