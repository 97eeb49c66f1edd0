import { timeline } from "./en-timeline";

/** The timeline's sentences in the language in use. Apart from the others, since only the page of a trace loads them. */
export const timelineMessages = timeline;
