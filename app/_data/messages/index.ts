import { en, type Messages } from "./en";

/** The language in use. */
export const messages: Messages = en;
