import type { Pieces } from "./components";
import { squaredDistance } from "./euclidean";

/** White holes smaller than this close up under a pen or a printer's dots: mm². */
const smallestHole = 0.05;
/** A piece that holds so much of the sheet's edge is the paper round the drawing. */
const paperShare = 0.9;

export interface Region {
  /** Millimetres squared. */
  area: number;
  /** Radius of the largest circle that fits in, in mm. */
  radius: number;
}

/**
 * The closed white regions of a page, largest first: what there is to color. The paper round the drawing is none; where
 * the drawing runs off the sheet, the sheet's edge closes a region as a line does.
 * @param scale millimetres of paper per pixel.
 */
export function findRegions(ink: Uint8Array, pieces: Pieces, width: number, height: number, scale: number): Region[] {
  const { labels, value, area } = pieces;
  const depth = squaredDistance(ink, width, height, "wall");
  const deepest = new Int32Array(area.length);
  for (let i = 0; i < labels.length; i++) if (depth[i] > deepest[labels[i]]) deepest[labels[i]] = depth[i];
  const paper = paperAround(pieces, width, height);
  const regions: Region[] = [];
  for (let piece = 0; piece < area.length; piece++) {
    const size = area[piece] * scale * scale;
    if (value[piece] || piece === paper || size < smallestHole) continue;
    // From the middle of a pixel to the middle of the wall's is half a pixel more than to the wall.
    regions.push({ area: size, radius: (Math.sqrt(deepest[piece]) - 0.5) * scale });
  }
  return regions.sort((a, b) => b.area - a.area);
}

/** The white piece that holds nearly all of the sheet's edge, or -1. */
function paperAround({ labels, value, area }: Pieces, width: number, height: number): number {
  const held = new Int32Array(area.length);
  for (let x = 0; x < width; x++) {
    held[labels[x]]++;
    held[labels[(height - 1) * width + x]]++;
  }
  for (let y = 0; y < height; y++) {
    held[labels[y * width]]++;
    held[labels[y * width + width - 1]]++;
  }
  const edge = 2 * (width + height);
  return held.findIndex((count, piece) => !value[piece] && count >= paperShare * edge);
}
