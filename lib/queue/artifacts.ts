import { and, eq, isNull, sql } from "drizzle-orm";
import { type Db, prepared, type Tx } from "@/db/client";
import { artifacts } from "@/db/schema";
import { statement } from "@/db/statement";
import type { ArtifactDraft } from "@/lib/pipelines/pipeline";

/** Claims files that are on disk already, for an item or, with null, for the whole batch. */
export function insertArtifacts(db: Db, batchId: string, itemId: string | null, drafts: ArtifactDraft[]): void {
  const insert = insertion(db);
  for (const { name, media_type, blob, role } of drafts) {
    insert.run({ batchId, itemId, name, mediaType: media_type, size: blob.size, blob: blob.key, role });
  }
}

/** Runs with every item. */
const insertion = prepared((db: Db) => {
  const given = (name: string) => sql.placeholder(name);
  return statement(
    db,
    db.insert(artifacts).values({
      batchId: given("batchId"),
      itemId: given("itemId"),
      name: given("name"),
      mediaType: given("mediaType"),
      size: given("size"),
      blob: given("blob"),
      role: given("role"),
    }),
  );
});

/** Bytes of the outputs among them. */
export const outputSize = (drafts: ArtifactDraft[]): number =>
  drafts.reduce((sum, draft) => sum + (draft.role === "output" ? draft.blob.size : 0), 0);

/** Takes away what an earlier closing of the batch made. @returns bytes of its outputs. */
export function removeClosingArtifacts(tx: Tx, batchId: string): number {
  const mine = and(eq(artifacts.batchId, batchId), isNull(artifacts.itemId));
  const removed = tx.delete(artifacts).where(mine).returning().all();
  return removed.reduce((sum, { role, size }) => sum + (role === "output" ? size : 0), 0);
}

/** Takes away what an attempt that failed left of an item. */
export function removeItemArtifacts(tx: Tx, itemId: string): void {
  tx.delete(artifacts).where(eq(artifacts.itemId, itemId)).run();
}
