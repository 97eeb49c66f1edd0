import { useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { TraceNode } from "@/lib/trace/tree";
import { addressAfter } from "../trace-location";
import { itemIndexOf } from "./span-looks";

export interface Clipboard {
  /** What came of the last copying, in words; empty before. */
  said: string;
  copySpan(node: TraceNode): void;
  copyLink(node: TraceNode): void;
}

/** Where a span stands in the address. */
export function placeOf(node: TraceNode): { span: string; item: string | null } {
  const index = itemIndexOf(node);
  return { span: node.span.span_id, item: index === null ? null : String(index) };
}

/** Whether the clipboard took it is said, not supposed. */
export function useClipboard(): Clipboard {
  const t = useMessages("timeline").inspector;
  const [said, say] = useState("");
  const copy = (text: string, done: string) => {
    navigator.clipboard.writeText(text).then(
      () => say(done),
      () => say(t.notCopied),
    );
  };
  return {
    said,
    copySpan: (node) => copy(JSON.stringify(node.span, null, 2), t.copied),
    copyLink: (node) => copy(new URL(addressAfter(placeOf(node)), window.location.href).href, t.linkCopied),
  };
}
