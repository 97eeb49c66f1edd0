import type { Delivered, Delivery } from "./delivery";
import type { Drive } from "./drive";
import { folderNames } from "./folder-pattern";
import { openFolder } from "./folders";
import { sendFiles } from "./send-files";
import { deliveryTurns } from "./turns";

/**
 * Sends a batch's files into their folder in Drive. What an earlier delivery of the same batch brought there stays
 * where it is and is not sent again; a file whose content changed gets the new one under the same link.
 * A file that cannot be sent is a failed row of the answer; the others are sent all the same.
 * @throws TracepressError when the folder cannot be opened; the signal's reason when stopped.
 */
export async function deliver(delivery: Delivery, drive: Drive): Promise<Delivered> {
  const { folderPattern, values, signal } = delivery;
  signal.throwIfAborted();
  requireDistinctNames(delivery);
  const names = folderNames(folderPattern, values);
  return deliveryTurns().take(`delivery ${drive.origin} ${drive.root} ${values.job_id}`, signal, async () => {
    const folder = await openFolder(drive, { names, job: values.job_id, signal });
    const files = await sendFiles(drive, delivery, folder);
    return { folder: { id: folder.id, url: folder.webViewLink ?? null }, files };
  });
}

/** A file is known again in Drive by its batch and name. */
function requireDistinctNames({ files }: Delivery): void {
  if (new Set(files.map((file) => file.name)).size < files.length)
    throw new Error("Two files to deliver have one name");
}
