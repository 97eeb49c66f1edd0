import { messages } from "@/app/_data/messages";

/** What a person reads for a span. */
export const spanName = (name: string): string => messages.trace.spans[name] ?? messages.stages[name] ?? name;
