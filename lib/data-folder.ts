import { accessSync, constants, mkdirSync } from "node:fs";

/** Why a folder cannot hold what the server keeps, in a sentence; null where it can. It is made when missing. */
export function dataFolderFault(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return `TRACEPRESS_DATA: ${folder} cannot be made, or not be written (${code}). Name a folder that can`;
  }
}
