import { Copy, FileSearch, Link2 } from "lucide-react";
import { useState } from "react";
import { messages } from "@/app/_data/messages";
import type { TraceNode } from "@/lib/trace/tree";
import { Button } from "../../ui/button";
import { useTraceLocation } from "../trace-location";
import { itemOf } from "./inspector";

const t = messages.trace.inspector;

/** What can be done with a span; whether the clipboard took it is said, not supposed. */
export function InspectorTools({ node }: { node: TraceNode }) {
  const { go } = useTraceLocation();
  const [said, say] = useState("");
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => say(t.copied),
      () => say(t.notCopied),
    );
  const index = itemOf(node)?.span.attributes["item.index"];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button onClick={() => void copy(JSON.stringify(node.span, null, 2))}>
        <Copy aria-hidden className="size-4" />
        {t.copy}
      </Button>
      <Button onClick={() => void copy(window.location.href)}>
        <Link2 aria-hidden className="size-4" />
        {t.copyLink}
      </Button>
      {typeof index === "number" && (
        <Button onClick={() => go({ tab: "pages", page: String(index + 1), element: null }, true)}>
          <FileSearch aria-hidden className="size-4" />
          {t.toPage}
        </Button>
      )}
      <span aria-live="polite" className="text-muted-foreground text-xs">
        {said}
      </span>
    </div>
  );
}
