/** What the thread is started with. */
export interface HeicTask {
  /** Of the photo. */
  path: string;
  /** Pixels that a photo may have. */
  maxPixels: number;
}

/** What the thread says before it ends: the JPEG, or which size was too large. Of a damaged photo it ends with an error. */
export type HeicAnswer = { jpeg: Uint8Array } | { tooLarge: { width: number; height: number } };
