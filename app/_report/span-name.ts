import { messages } from "@/app/_data/messages";
import { traceMessages } from "@/app/_data/messages/trace";

/** What a person reads for a span. */
export const spanName = (name: string): string => traceMessages.spans[name] ?? messages.stages[name] ?? name;
