export { commands } from "./commands";
export { order } from "./order";
export { pasting } from "./pasting";
export { viewer } from "./viewer";
