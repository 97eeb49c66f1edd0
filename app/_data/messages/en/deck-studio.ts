export { deckOptions } from "./deck-options";
export { deckTab } from "./deck-tab";
