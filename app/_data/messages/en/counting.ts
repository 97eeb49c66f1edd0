import { countingIn, numbersIn } from "../counting";

export const count = countingIn("en");
export const pictures = (n: number) => count(n, "picture", "pictures");
export const svgs = (n: number) => count(n, "SVG", "SVGs");
export const slides = (n: number) => count(n, "slide", "slides");

/** "1,204". */
export const number = numbersIn("en");
