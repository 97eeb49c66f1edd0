import { eq, sql } from "drizzle-orm";
import { type Db, prepared } from "@/db/client";
import { type BatchRow, batchItems } from "@/db/schema";
import { statement } from "@/db/statement";
import { titleOf } from "./title";

type Named = Pick<BatchRow, "id" | "options">;

/** In capitals or not, and with an umlaut as one letter or as two: the same. */
const folded = (text: string): string => text.normalize("NFC").toLocaleLowerCase();

/** The names and prompts of a batch's items, a line each. */
const textOf = prepared((db: Db) => {
  const { name, prompt, batchId } = batchItems;
  const lines = sql<string | null>`group_concat(${name} || char(10) || ${prompt}, char(10))`.as("lines");
  const mine = eq(batchId, sql.placeholder("batchId"));
  return statement<{ lines: string | null }>(db, db.select({ lines }).from(batchItems).where(mine));
});

/**
 * Whether a batch is one that somebody looks for.
 * @param sought words, each of which is to be in its title, its id, or the name or prompt of one of its items.
 */
export function isSought(db: Db, sought: string): (batch: Named) => boolean {
  const words = folded(sought).split(/\s+/);
  return (batch) => {
    const itself = folded(`${batch.id}\n${titleOf(batch)}`);
    const left = words.filter((word) => !itself.includes(word));
    if (left.length === 0) return true;
    const items = folded(textOf(db).get({ batchId: batch.id })?.lines ?? "");
    return left.every((word) => items.includes(word));
  };
}
