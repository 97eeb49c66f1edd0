import { models } from "./en-models";

/** The sentences about who draws, in the language in use. */
export const modelMessages = models;
