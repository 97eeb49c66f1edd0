/** The CSS colour functions as feColorMatrix values, row by row (Filter Effects 1, 12.1). `amount` is as CSS gives it. */
export const colourMatrices: Record<string, (amount: number) => number[]> = {
  grayscale: (amount) => {
    const s = 1 - Math.min(1, amount);
    return rows([
      [0.2126 + 0.7874 * s, 0.7152 - 0.7152 * s, 0.0722 - 0.0722 * s],
      [0.2126 - 0.2126 * s, 0.7152 + 0.2848 * s, 0.0722 - 0.0722 * s],
      [0.2126 - 0.2126 * s, 0.7152 - 0.7152 * s, 0.0722 + 0.9278 * s],
    ]);
  },
  sepia: (amount) => {
    const s = 1 - Math.min(1, amount);
    return rows([
      [0.393 + 0.607 * s, 0.769 - 0.769 * s, 0.189 - 0.189 * s],
      [0.349 - 0.349 * s, 0.686 + 0.314 * s, 0.168 - 0.168 * s],
      [0.272 - 0.272 * s, 0.534 - 0.534 * s, 0.131 + 0.869 * s],
    ]);
  },
  saturate: (s) =>
    rows([
      [0.213 + 0.787 * s, 0.715 - 0.715 * s, 0.072 - 0.072 * s],
      [0.213 - 0.213 * s, 0.715 + 0.285 * s, 0.072 - 0.072 * s],
      [0.213 - 0.213 * s, 0.715 - 0.715 * s, 0.072 + 0.928 * s],
    ]),
  invert: (amount) => {
    const share = Math.min(1, amount);
    return diagonal(1 - 2 * share, share);
  },
  opacity: (amount) => diagonal(1, 0, Math.min(1, amount)),
  brightness: (amount) => diagonal(amount, 0),
  contrast: (amount) => diagonal(amount, 0.5 - 0.5 * amount),
};

/** @param degrees of the turn of the hue. */
export function hueMatrix(degrees: number): number[] {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  return rows([
    [0.213 + 0.787 * cos - 0.213 * sin, 0.715 - 0.715 * cos - 0.715 * sin, 0.072 - 0.072 * cos + 0.928 * sin],
    [0.213 - 0.213 * cos + 0.143 * sin, 0.715 + 0.285 * cos + 0.14 * sin, 0.072 - 0.072 * cos - 0.283 * sin],
    [0.213 - 0.213 * cos - 0.787 * sin, 0.715 - 0.715 * cos + 0.715 * sin, 0.072 + 0.928 * cos + 0.072 * sin],
  ]);
}

function rows(colours: number[][]): number[] {
  return [...colours.flatMap((row) => [...row, 0, 0]), 0, 0, 0, 1, 0];
}

function diagonal(slope: number, intercept: number, alpha = 1): number[] {
  const rest = [0, 0, 0];
  const colour = (index: number) => [...rest.with(index, slope), 0, intercept];
  return [...colour(0), ...colour(1), ...colour(2), 0, 0, 0, alpha, 0];
}
