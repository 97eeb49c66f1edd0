export { drawing } from "./drawing";
export { delivery, job } from "./job";
export { jobs } from "./jobs";
export { states } from "./states";
