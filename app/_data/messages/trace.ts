import { trace } from "./en-trace";

/** The trace viewer's sentences in the language in use. Apart from the others, since only the page of a trace loads them. */
export const traceMessages = trace;
