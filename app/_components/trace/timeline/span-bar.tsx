import { placeIn, type Stretch } from "@/lib/trace/stretch";
import type { TraceNode } from "@/lib/trace/tree";
import { barLook } from "./span-looks";

interface Props {
  node: TraceNode;
  stretch: Stretch;
  critical: boolean;
}

/** Cut at the edges of what is in sight, so that a long bar seen close up stays of a size a browser can draw. */
export function SpanBar({ node, stretch, critical }: Props) {
  const left = Math.max(-0.01, placeIn(stretch, node.startMs));
  const right = Math.min(1.01, placeIn(stretch, node.endMs));
  if (right < 0 || left > 1) return null;
  const place = { left: `${left * 100}%`, width: `max(3px, ${(right - left) * 100}%)` };
  return (
    <>
      <span aria-hidden className={`absolute ${barLook(node)}`} style={place} />
      {critical && (
        <span aria-hidden className="absolute bottom-[8%] h-[3px] rounded-full bg-foreground" style={place} />
      )}
    </>
  );
}
