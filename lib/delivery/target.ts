import type { DeliveryFile } from "./delivery";
import type { DriveFile } from "./drive-files";
import { type Mark, nameMark } from "./mark";

/** Where a file's bytes go in Drive: a new file under a reserved id, or new content for the one that stands there. */
export interface Target {
  id: string;
  method: "POST" | "PATCH";
  path: string;
  metadata: { id?: string; name?: string; mimeType?: string; parents?: string[]; appProperties: Mark };
  media_type: string;
  /** Bytes. */
  size: number;
}

export interface Place {
  folder: DriveFile;
  job: string;
}

/** @param id reserved beforehand, so that a try whose answer was lost is not made twice. */
export function newFile(file: DeliveryFile, id: string, place: Place): Target {
  const { name, media_type, size } = file;
  const metadata = {
    id,
    name,
    mimeType: media_type,
    parents: [place.folder.id],
    appProperties: markOf(file, place.job),
  };
  return { id, method: "POST", path: "/drive/v3/files", metadata, media_type, size };
}

/** The link that people were given stays; Drive keeps the old content as a revision. */
export function newContent(file: DeliveryFile, id: string, job: string): Target {
  const { media_type, size } = file;
  const path = `/drive/v3/files/${encodeURIComponent(id)}`;
  return { id, method: "PATCH", path, metadata: { appProperties: markOf(file, job) }, media_type, size };
}

/** Whether what stands in Drive is this file, byte for byte as far as Drive tells. */
export function holds(standing: DriveFile, file: DeliveryFile): boolean {
  const hash = standing.sha256Checksum ?? standing.appProperties?.tracepress_sha256;
  return standing.size === file.size && hash === file.sha256;
}

const markOf = (file: DeliveryFile, job: string): Mark => ({
  tracepress_job: job,
  tracepress_name: nameMark(file.name),
  tracepress_sha256: file.sha256,
});
