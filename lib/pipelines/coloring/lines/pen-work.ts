import type { Lab } from "../kernels/lab";
import type { Canvas } from "../normalize";
import { findPens } from "../pens/find";
import type { Colour } from "../pens/palette";
import { withDots } from "./dots";
import { findInk, type Ink } from "./ink";
import { isDrawn, isOutlined, seemsDrawn } from "./ink-evidence";
import { inkedShare, leastInked } from "./inked-share";

/** What a pen drew of a picture. */
export interface PenWork extends Ink {
  /** Whether its outlines are drawn, and not only single lines. */
  isOutlined: boolean;
  /** Whether a pen drew anything. */
  holdsInk: boolean;
  /** Share of the clear edges that lie beside its lines, 0 to 1; 0 where there are none. */
  inked: number;
  /** Colours of the pens, where not dark ones alone were looked for. */
  pens: number;
  /** All colours of the picture, where these were looked for. */
  palette: Colour[];
  /** How far beyond its lines their colour bleeds, in pixels; 0 where only dark ones were looked for. */
  bleed: number;
}

/** Pens of any colour are looked for where so much is calm: in what has even colours. */
const calmOfColours = 0.66;
/** They are believed where they outline so much. */
const leastOutlined = 0.72;

/**
 * Finds what a pen drew: dark lines first, and where these are no outlines those of any colour.
 * @param unit length of one pixel of a standard picture in pixels of this one.
 */
export function findPenWork(lab: Lab, canvas: Canvas, unit: number): PenWork {
  const ink = findInk(lab, canvas);
  const isSure = isDrawn(ink.evidence);
  const inked = isSure || seemsDrawn(ink.evidence) ? inkedBy(lab, ink, unit) : 0;
  const byDark = isSure ? inked > leastInked : isOutlined(ink.evidence, inked);
  if (byDark) return { ...ink, isOutlined: true, holdsInk: true, inked, pens: 0, palette: [], bleed: 0 };
  const coloured = ink.evidence.calm > calmOfColours ? findPens(lab, canvas.grain, unit) : null;
  const outlined = coloured ? inkedBy(lab, coloured, unit) : 0;
  if (!coloured || outlined < leastOutlined)
    return { ...ink, isOutlined: false, holdsInk: isSure, inked, pens: 0, palette: [], bleed: 0 };
  return { evidence: ink.evidence, ...coloured, isOutlined: true, holdsInk: true, inked: outlined };
}

const inkedBy = (lab: Lab, { mask, dots }: Pick<Ink, "mask" | "dots">, unit: number): number =>
  inkedShare(lab, withDots(mask, dots, lab.width), unit);
