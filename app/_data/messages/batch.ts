import { batch } from "./en-batch";

/** The sentences of the Batch tab, in the language in use. */
export const batchMessages = batch;
