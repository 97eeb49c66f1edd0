import { Copy, FileSearch, Link2 } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { TraceNode } from "@/lib/trace/tree";
import { Button } from "../../ui/button";
import { useTraceLocation } from "../trace-location";
import { itemIndexOf } from "./span-looks";
import type { Clipboard } from "./use-clipboard";

/** What can be done with a span. */
export function InspectorTools({ node, clipboard }: { node: TraceNode; clipboard: Clipboard }) {
  const t = useMessages("timeline").inspector;
  const { go } = useTraceLocation();
  const index = itemIndexOf(node);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button onClick={() => clipboard.copySpan(node)}>
        <Copy aria-hidden className="size-4" />
        {t.copy}
      </Button>
      <Button onClick={() => clipboard.copyLink(node)}>
        <Link2 aria-hidden className="size-4" />
        {t.copyLink}
      </Button>
      {index !== null && (
        <Button onClick={() => go({ tab: "pages", page: String(index + 1), element: null }, true)}>
          <FileSearch aria-hidden className="size-4" />
          {t.toPage}
        </Button>
      )}
      <span aria-live="polite" className="text-muted-foreground text-xs">
        {clipboard.said}
      </span>
    </div>
  );
}
