/** Orders that were begun and neither saved nor given up, by batch: a visit to another page takes nothing away. */
const drafts = new Map<string, readonly string[]>();

export const noteDraft = (batchId: string, order: readonly string[]): void => void drafts.set(batchId, order);
export const forgetDraft = (batchId: string): void => void drafts.delete(batchId);

/** The order to go on with, where it is of just these pages; else the one they have. */
export function draftOf(batchId: string, present: readonly string[]): readonly string[] {
  const draft = drafts.get(batchId);
  const pages = new Set(present);
  return draft?.length === pages.size && draft.every((id) => pages.has(id)) ? draft : present;
}
