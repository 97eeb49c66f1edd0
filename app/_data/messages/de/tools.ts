export { commands } from "./commands";
export { order } from "./order";
export { viewer } from "./viewer";
