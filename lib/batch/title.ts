import { extname } from "node:path/posix";
import type { BatchRow } from "@/db/schema";
import { fileStem } from "@/lib/files/names";

/** The title of a batch's book or presentation, empty without one. Its options' type only the pipeline knows; both name it so. */
export const titleOf = ({ options }: Pick<BatchRow, "options">): string => (options as { title?: string }).title ?? "";

/** What a file of the whole batch is called where it is saved: as its title, else as it is called in the batch. */
export function savedName(batch: Pick<BatchRow, "options">, name: string): string {
  const stem = fileStem(titleOf(batch));
  return stem === "" ? name : stem + extname(name);
}
