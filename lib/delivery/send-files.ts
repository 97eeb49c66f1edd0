import type { DeliveredFile, Delivery, DeliveryFile } from "./delivery";
import type { Drive } from "./drive";
import { type DriveFile, DriveFiles } from "./drive-files";
import { carries, nameMark } from "./mark";
import { Sender } from "./sender";
import { holds, newContent, newFile, type Place } from "./target";

/** Files on their way at once; more only meets Drive's rate limit earlier. */
const atOnce = 3;

/** Sends every file of a delivery into its folder. @throws the signal's reason when stopped. */
export async function sendFiles(drive: Drive, delivery: Delivery, folder: DriveFile): Promise<DeliveredFile[]> {
  const { signal } = delivery;
  const files = new DriveFiles(drive, signal);
  const place = { folder, job: delivery.values.job_id };
  const standing = await standingFiles(files, place);
  const missing = delivery.files.filter((file) => !standing.has(nameMark(file.name)));
  const ids = await files.reserve(missing.length);
  const sender = new Sender(drive, delivery);
  const work = delivery.files.map((file) => {
    const there = standing.get(nameMark(file.name));
    if (there && holds(there, file)) return () => sender.skip(file, there);
    const target = there ? newContent(file, there.id, place.job) : newFile(file, ids.pop() as string, place);
    return () => sender.send(file, target);
  });
  const sent = await inParallel(work);
  return missing.length === 0 ? sent : keepOldest(files, delivery, place, sent);
}

/** What earlier deliveries of the batch left in the folder, by the name they marked it with; of twins the oldest. */
async function standingFiles(files: DriveFiles, place: Place): Promise<Map<string, DriveFile>> {
  const standing = new Map<string, DriveFile>();
  for (const file of await files.find(place.folder, carries("tracepress_job", place.job), "the files of the batch")) {
    const name = file.appProperties?.tracepress_name;
    if (name !== undefined && !standing.has(name)) standing.set(name, file);
  }
  return standing;
}

/**
 * Another server may have delivered the same batch meanwhile: of two copies with the same content the oldest stays,
 * and ours goes if it is younger.
 */
async function keepOldest(files: DriveFiles, { files: given }: Delivery, place: Place, sent: DeliveredFile[]) {
  const standing = await standingFiles(files, place);
  const settle = async (row: DeliveredFile, file: DeliveryFile): Promise<DeliveredFile> => {
    const oldest = standing.get(nameMark(file.name));
    if (row.drive_file_id === null || !oldest || oldest.id === row.drive_file_id || !holds(oldest, file)) return row;
    await files.bin(row.drive_file_id, file.name);
    return { ...row, drive_file_id: oldest.id, url: oldest.webViewLink ?? null };
  };
  return inParallel(sent.map((row, index) => () => settle(row, given[index])));
}

async function inParallel<Result>(work: (() => Promise<Result>)[]): Promise<Result[]> {
  const results: Result[] = [];
  const rest = work.entries();
  const lane = async () => {
    for (const [index, job] of rest) results[index] = await job();
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}
