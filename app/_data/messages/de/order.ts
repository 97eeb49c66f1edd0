import type { Messages } from "../catalogue";
import { number } from "./counting";

/** Fertige Seiten ordnen. */
export const order: Messages<"order"> = {
  title: "Reihenfolge der Seiten",
  help: "Ziehen Sie Seiten oder verschieben Sie sie mit ihren Pfeilen oder mit Alt und den Pfeiltasten. Buch und ZIP folgen dieser Reihenfolge.",
  list: "Seiten der Reihe nach",
  place: (place) => `Seite ${number(place)}`,
  drag: (name) => `${name} verschieben`,
  earlier: (name) => `${name} weiter nach vorn`,
  later: (name) => `${name} weiter nach hinten`,
  moved: (name, place, total) => `${name} ist jetzt Seite ${number(place)} von ${number(total)}`,
  reverse: "Reihenfolge umkehren",
  reversed: "Die Reihenfolge ist umgekehrt",
  asSent: "Wie abgeschickt",
  asSentNews: "Die Seiten stehen, wie sie abgeschickt wurden",
  save: "Diese Reihenfolge behalten",
  saving: "Wird gespeichert…",
  leave: "Lassen, wie es war",
};
