const millionths = 1_000_000;

/** US dollars as a whole number of millionths, so that sums are exact. */
export const micros = (dollars: number): number => Math.round(dollars * millionths);

/** Millionths of a US dollar as dollars. */
export const dollars = (micros: number): number => micros / millionths;
