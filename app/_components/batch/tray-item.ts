import type { Fault } from "@/app/_data/problem";
import type { UploadView } from "@/lib/contracts/uploads";

/** How the upload of something on a tray stands. */
export type Upload =
  | { state: "waiting" }
  /** `resumed` of one that goes on where its connection broke. */
  | { state: "sending"; share: number; resumed: boolean }
  /** The connection broke; it goes on by itself. */
  | { state: "offline" }
  | { state: "ready"; file: UploadView }
  /** `wanted` of a file that only the page had which is gone: its size in bytes, by which it is known when it is chosen again. */
  | { state: "refused"; fault: Fault; retryable: boolean; wanted?: number }
  /** Nothing is uploaded: the server itself fetches the file from here. */
  | { state: "address"; url: string }
  /** There is no file: its prompt alone makes the page. */
  | { state: "prompt" };

export interface TrayItem {
  id: string;
  /** The file's name, the address, or the first words of a prompt. */
  name: string;
  file: File | null;
  /** Where the server has the picture; null of a file that was chosen here, and where there is none. */
  preview: string | null;
  prompt: string;
  upload: Upload;
}

/** What is laid on a tray. */
export type LaidItem = Pick<TrayItem, "name" | "file" | "preview" | "upload"> & Partial<Pick<TrayItem, "prompt">>;

/** What a request calls `file`: an upload's id or an address; null while the file is not on the server. */
export function referenceOf({ upload }: TrayItem): string | null {
  if (upload.state === "ready") return upload.file.file_id;
  return upload.state === "address" ? upload.url : null;
}

/** Id of the upload behind an item that is on the server already; null for all others. */
export const uploadedFile = (item: TrayItem | undefined): string | null =>
  item?.upload.state === "ready" ? item.upload.file.file_id : null;
