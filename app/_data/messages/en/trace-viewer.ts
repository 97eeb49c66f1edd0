export { reasons } from "./reasons";
export { timeline } from "./timeline";
export { trace } from "./trace";
