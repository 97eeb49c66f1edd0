export { coloringTab } from "./coloring-tab";
export { models } from "./models";
