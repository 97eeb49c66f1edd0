/** Weights that have a word (CSS Fonts 4, 2.2). */
export const fontWeights: Readonly<Record<string, number>> = { normal: 400, bold: 700 };

/** Widths that have a word, in percent of normal (CSS Fonts 4, 2.3). */
export const fontStretches: Readonly<Record<string, number>> = {
  "ultra-condensed": 50,
  "extra-condensed": 62.5,
  condensed: 75,
  "semi-condensed": 87.5,
  normal: 100,
  "semi-expanded": 112.5,
  expanded: 125,
  "extra-expanded": 150,
  "ultra-expanded": 200,
};
