import type { Messages } from "../catalogue";
import { dollars, number } from "./counting";

/** Wer eine Seite gezeichnet hat, und was das gekostet hat. */
export const drawing: Messages<"drawing"> = {
  title: "Wer zeichnet",
  drawnBy: (title) => `Gezeichnet von ${title}`,
  insteadOf: (title) => `Gezeichnet vom eingebauten Modell, nicht von ${title}`,
  tokens: (input, output) => `${number(input)} + ${number(output)} Tokens`,
  cost: dollars,
  costUnknown: "Kosten unbekannt",
  costLabel: "Kosten",
  costOf: (spent, most) => `${spent} von höchstens ${most}`,
  unmetered: (most) => `bis zu ${most} mehr für abgebrochene Anfragen`,
};
