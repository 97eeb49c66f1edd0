import { spanWord } from "@/app/_data/messages/span-word";
import type { Reader } from "./reader";

/** What a person reads for a span. */
export const spanName = ({ states, trace }: Reader, name: string): string => spanWord(states, trace, name);
