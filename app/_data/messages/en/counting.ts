import { countingIn } from "../counting";

export const count = countingIn("en");
export const pictures = (n: number) => count(n, "picture", "pictures");
export const svgs = (n: number) => count(n, "SVG", "SVGs");
export const slides = (n: number) => count(n, "slide", "slides");

const numbers = new Intl.NumberFormat("en");
/** "1,204". */
export const number = (n: number): string => numbers.format(n);
