import { jobs } from "./en-jobs";

/** The sentences of the list of all batches, in the language in use. */
export const jobsMessages = jobs;
