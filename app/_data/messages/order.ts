import { order } from "./en-order";

/** The sentences of putting pages in order, in the language in use. Apart from the others, since few come here. */
export const orderMessages = order;
