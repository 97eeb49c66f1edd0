import { readdir, stat } from "node:fs/promises";

/** Names of what is in a folder; none where it is not there. @throws Error of a folder that cannot be read. */
export const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(orWhereGone<string[]>([]));

/** When a file was last written, in milliseconds since the epoch; null where it is not there. */
export const writtenAt = (path: string): Promise<number | null> =>
  stat(path).then(({ mtimeMs }) => mtimeMs, orWhereGone(null));

/** What stands for something that is not there, or not any more. @throws all else that keeps it from being looked at. */
const orWhereGone =
  <Value>(value: Value) =>
  (error: NodeJS.ErrnoException): Value => {
    if (error.code !== "ENOENT") throw error;
    return value;
  };
