import { and, gt, isNotNull, lte, or, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { leaseMs } from "./queue";

/**
 * Whether a lease has run out. One that would last longer than any can was made before the clock was set back: whoever
 * holds it has beaten on it since, or is dead.
 * @param now milliseconds since the epoch.
 */
export const runOut = (expiresAt: SQLiteColumn, now: number): SQL | undefined =>
  and(isNotNull(expiresAt), or(lte(expiresAt, now), gt(expiresAt, now + 2 * leaseMs)));
