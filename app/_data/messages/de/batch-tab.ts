export { batch } from "./batch";
export { coloringTab } from "./coloring-tab";
export { models } from "./models";
