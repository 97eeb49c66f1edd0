import { TracepressError } from "@/lib/errors";
import type { Drive } from "./drive";
import { type DriveFile, DriveFiles, folderType } from "./drive-files";
import { nameMark, quoted } from "./mark";
import { deliveryTurns } from "./turns";

export interface FolderWish {
  /** Outermost first; none is the root folder itself. */
  names: string[];
  job: string;
  signal: AbortSignal;
}

/**
 * The innermost folder of a path below the root folder. A folder of that name is used, whoever made it; one that is
 * missing is made once, also when two deliveries want it at the same time.
 * @throws TracepressError `drive_unavailable` when the root folder cannot be found, and what `persist` throws.
 */
export async function openFolder(drive: Drive, wish: FolderWish): Promise<DriveFile> {
  const files = new DriveFiles(drive, wish.signal);
  let folder = await rootFolder(drive, files);
  for (const name of wish.names) {
    const parent = folder;
    folder = await deliveryTurns().take(`folder ${parent.id} ${name}`, wish.signal, () =>
      findOrMake(files, { parent, name, job: wish.job }),
    );
  }
  return folder;
}

function rootFolder(drive: Drive, files: DriveFiles): Promise<DriveFile> {
  return files.get(drive.root, "the folder that TRACEPRESS_DRIVE_ROOT names", async () => {
    throw new TracepressError(
      "drive_unavailable",
      "There is no such folder in Google Drive as TRACEPRESS_DRIVE_ROOT names, or it is not shared with the account of " +
        "TRACEPRESS_DRIVE_CREDENTIALS: share it with that account as an editor, and set its id.",
    );
  });
}

async function findOrMake(
  files: DriveFiles,
  wanted: { parent: DriveFile; name: string; job: string },
): Promise<DriveFile> {
  const { parent, name, job } = wanted;
  const what = `the folder ${name}`;
  const query = `name = ${quoted(name)} and mimeType = ${quoted(folderType)}`;
  const [found] = await files.find(parent, query, what);
  if (found) return found;
  const [id] = await files.reserve(1);
  const appProperties = { tracepress_job: job, tracepress_name: nameMark(name) };
  const made = await files.makeFolder({ id, name, parents: [parent.id], appProperties });
  // Another server may have made one since we looked; it is empty of ours, so the younger can go.
  const [oldest] = await files.find(parent, query, what);
  if (!oldest || oldest.id === made.id) return made;
  await files.bin(made.id, what);
  return oldest;
}
