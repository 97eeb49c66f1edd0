import { countingIn, numbersIn } from "../counting";

export const count = countingIn("de");
export const pictures = (n: number) => count(n, "Bild", "Bilder");
export const svgs = (n: number) => count(n, "SVG", "SVGs");
export const slides = (n: number) => count(n, "Folie", "Folien");

/** „1.204“. */
export const number = numbersIn("de");

/** Ein Betrag in US-Dollar: „0,0042 $“, „1,50 $“. */
export const dollars = (amount: number): string => {
  const digits = amount > 0 && amount < 0.1 ? 4 : 2;
  return new Intl.NumberFormat("de", {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
};
