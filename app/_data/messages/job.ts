import { delivery, job } from "./en-job";

/** The sentences of the page of one batch, in the language in use. */
export const jobMessages = job;
export const deliveryMessages = delivery;
