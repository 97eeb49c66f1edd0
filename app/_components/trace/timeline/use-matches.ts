import { useMemo } from "react";
import { useLanguage } from "@/app/_data/messages/use-messages";
import type { CriticalPath } from "@/lib/trace/critical-path";
import { type Matches, matchesIn } from "@/lib/trace/rows";
import { isAgain } from "@/lib/trace/segments";
import type { TraceNode, TraceTree } from "@/lib/trace/tree";
import { type NameOf, useSpanName } from "./use-span-name";

export const shows = ["all", "errors", "slow", "again", "critical"] as const;
export type Show = (typeof shows)[number];

/** What is asked to be seen of a trace. */
export interface Sought {
  find: string;
  show: Show;
}

/** Whether the stages of every item are needed to answer. */
export const needsStages = ({ find, show }: Sought): boolean => find !== "" || show === "slow" || show === "critical";

/** What matches; null when everything is to be seen. */
export function useMatches(
  tree: TraceTree,
  { find, show }: Sought,
  slow: ReadonlySet<string>,
  path: CriticalPath,
): Matches | null {
  const language = useLanguage();
  const nameOf = useSpanName();
  return useMemo(() => {
    if (find === "" && show === "all") return null;
    const words = find.toLocaleLowerCase(language);
    const kinds: Record<Show, (node: TraceNode) => boolean> = {
      all: () => true,
      errors: ({ span }) => span.status === "error",
      slow: ({ span }) => slow.has(span.span_id),
      again: isAgain,
      critical: ({ span }) => path.spans.has(span.span_id),
    };
    return matchesIn(
      tree.byId.values(),
      (node) => kinds[show](node) && (words === "" || textOf(node, nameOf).toLocaleLowerCase(language).includes(words)),
    );
  }, [tree, find, show, slow, path, language, nameOf]);
}

function textOf(node: TraceNode, nameOf: NameOf): string {
  const { name, attributes } = node.span;
  const texts = [nameOf(node), name, attributes["error.code"], attributes["error.message"]];
  return texts.filter(Boolean).join(" ");
}
