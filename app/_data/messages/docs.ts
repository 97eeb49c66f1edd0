import { docs } from "./en-docs";

/** The sentences of the API reference, in the language in use. */
export const docsMessages = docs;
