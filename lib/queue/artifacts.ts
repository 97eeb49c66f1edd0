import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { artifacts } from "@/db/schema";
import type { ArtifactDraft } from "@/lib/pipelines/pipeline";

/** Claims files that are on disk already, for an item or, with null, for the whole batch. */
export function insertArtifacts(tx: Tx, batchId: string, itemId: string | null, drafts: ArtifactDraft[]): void {
  if (drafts.length === 0) return;
  const rows = drafts.map((draft) => ({
    batchId,
    itemId,
    name: draft.name,
    mediaType: draft.media_type,
    size: draft.blob.size,
    blob: draft.blob.key,
    role: draft.role,
  }));
  tx.insert(artifacts).values(rows).run();
}

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
