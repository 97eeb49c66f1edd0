export { account } from "./account";
export { docs } from "./docs";
