import { number } from "./counting";

/** The sentences of putting finished pages in order. */
export const order = {
  title: "Order of the pages",
  help: "Drag pages, or move them with their arrows or with Alt and the arrow keys. The book and the ZIP will have this order.",
  list: "Pages in order",
  place: (place: number) => `Page ${number(place)}`,
  drag: (name: string) => `Drag ${name}`,
  earlier: (name: string) => `Move ${name} earlier`,
  later: (name: string) => `Move ${name} later`,
  moved: (name: string, place: number, total: number) => `${name} is now page ${number(place)} of ${number(total)}`,
  reverse: "Reverse order",
  reversed: "The order is reversed",
  asSent: "As they were sent",
  asSentNews: "The pages stand as they were sent",
  save: "Keep this order",
  saving: "Keeping…",
  leave: "Leave it as it was",
};
