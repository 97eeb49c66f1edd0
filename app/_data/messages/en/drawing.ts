import { number } from "./counting";

/** By whom a page was drawn, and what that cost. */
export const drawing = {
  title: "Who draws",
  drawnBy: (title: string) => `Drawn by ${title}`,
  insteadOf: (title: string) => `Drawn by the built-in engine, not by ${title}`,
  tokens: (input: number, output: number) => `${number(input)} + ${number(output)} tokens`,
  cost: (dollars: number) => `$${dollars.toFixed(dollars > 0 && dollars < 0.1 ? 4 : 2)}`,
  costUnknown: "cost not known",
  costLabel: "Cost",
  costOf: (spent: string, most: string) => `${spent} of ${most} at most`,
  unmetered: (most: string) => `up to ${most} more for calls that broke off`,
};
