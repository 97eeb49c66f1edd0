import { useCallback } from "react";
import { spanWord } from "@/app/_data/messages/span-word";
import { useMessages } from "@/app/_data/messages/use-messages";
import { spanNames } from "@/lib/trace/span-names";
import type { TraceNode } from "@/lib/trace/tree";

export type NameOf = (node: TraceNode) => string;

/** What names a row in words: an item by its file, an attempt by its number. */
export function useSpanName(): NameOf {
  const states = useMessages("states");
  const t = useMessages("trace");
  return useCallback(
    ({ span, parent }) => {
      const { attributes, name } = span;
      if (name === spanNames.item)
        return t.pages.named(Number(attributes["item.index"]) + 1, String(attributes["item.name"]));
      if (name === spanNames.attempt && typeof attributes.attempt === "number" && parent !== null)
        return t.attemptOf(attributes.attempt);
      if (name === "upload" && typeof attributes["file.name"] === "string") return attributes["file.name"];
      return spanWord(states, t, name);
    },
    [t, states],
  );
}
