import { account } from "./en-account";

/** The sentences of accounts, keys and members, in the language in use. */
export const accountMessages = account;
