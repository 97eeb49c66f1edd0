import { bytesAt, kernels, layOut } from "../kernels/planes/workbench";
import { copyBytes } from "../kernels/shelf";

/** A drawn page as grey values, 0 black to 255 white. */
export interface PageRaster {
  grey: Uint8Array;
  width: number;
  height: number;
  /** Millimetres of paper per pixel. */
  scale: number;
}

/** Below this a pixel counts as ink. */
const inkBelow = 128;

/** 1 where there is ink; borrowed from the shelf. */
export function inkOf({ grey }: PageRaster): Uint8Array {
  const bytes = Math.ceil(grey.length / 4);
  const [page, mask] = layOut(bytes, bytes);
  bytesAt(page, grey.length).set(grey);
  kernels.markBelow(page, grey.length, inkBelow, mask);
  return copyBytes(bytesAt(mask, grey.length));
}
