import type { UploadView } from "@/lib/contracts/uploads";
import { loadLazily } from "./load-lazily";

export interface UploadWatch {
  signal: AbortSignal;
  /** @param share of the bytes that has left, 0 to 1. @param resumed whether it goes on where an earlier try broke off. */
  onProgress(share: number, resumed: boolean): void;
}

export type UploadPicture = (file: File, watch: UploadWatch) => Promise<UploadView>;

/** Uploads one file, by script that comes with the first. @throws ProblemError when the server refuses it or cannot be reached. */
export const uploadPicture: UploadPicture = async (file, watch) => {
  const { uploadFile } = await loadLazily(() => import("./upload-file"));
  return uploadFile(file, watch);
};
