import { commands } from "./en-commands";

/** What can be done on the pages, in the language in use. Apart from the others: loaded once a page stands. */
export const commandMessages = commands;
