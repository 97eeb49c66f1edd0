import { and, gt, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Tx } from "@/db/client";
import { batchItems } from "@/db/schema";
import { leaseMs } from "./queue";

/**
 * Whether a lease has run out. One that would last longer than any can was made before the clock was set back: whoever
 * holds it has beaten on it since, or is dead.
 * @param now milliseconds since the epoch.
 */
export const runOut = (expiresAt: SQLiteColumn, now: number): SQL | undefined =>
  and(isNotNull(expiresAt), or(lte(expiresAt, now), gt(expiresAt, now + 2 * leaseMs)));

/** The condition of the holders' index, word for word: items under a lease are few, however many there are. */
const isLeased = sql`lease_token is not null`;

/** Items whose lease has run out. @param now milliseconds since the epoch. */
export const itemsRunOut = (tx: Tx, now: number) =>
  tx
    .select()
    .from(batchItems)
    .where(and(isLeased, runOut(batchItems.leaseExpiresAt, now)));
