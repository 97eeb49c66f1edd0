import type { ColoringOptions } from "@/lib/contracts/coloring";
import { linePoints, mmPerPoint } from "../../options";

/** How finely a face is drawn on paper. */
export interface Pen {
  /** Millimetres of paper per pixel. */
  scale: number;
  /** Two lines of a feature are drawn apart, or one in the middle of them: mm from line to line. */
  gapMm: number;
  /** Whether folds of the lids and wings of the nose are drawn. */
  folds: boolean;
  /** Width of the pen in mm, with which pupils are blackened; 0 where they stay empty, on a worksheet of dashes. */
  inkMm: number;
}

const pens: Record<ColoringOptions["detail"], Omit<Pen, "scale" | "inkMm">> = {
  simple: { gapMm: 1.7, folds: false },
  standard: { gapMm: 1.3, folds: true },
  detailed: { gapMm: 1, folds: true },
};

export const penFor = ({ detail, style, line_weight }: ColoringOptions, scale: number): Pen => ({
  ...pens[detail],
  scale,
  inkMm: style === "dashed" ? 0 : linePoints[line_weight] * mmPerPoint,
});
