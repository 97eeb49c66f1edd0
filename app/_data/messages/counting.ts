/** "1 picture", "3 pictures". */
export const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
export const pictures = (n: number) => count(n, "picture", "pictures");
export const svgs = (n: number) => count(n, "SVG", "SVGs");
export const slides = (n: number) => count(n, "slide", "slides");
