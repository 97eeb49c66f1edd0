import { spanNames } from "./span-names";
import type { TraceNode } from "./tree";

/** What a stretch of a bar is: time waited, something that holds other work, work, work that failed, work that goes on. */
export type SegmentLook = "wait" | "holder" | "work" | "failed" | "running";

export interface Segment {
  /** Id of the span that it is. */
  id: string;
  startMs: number;
  endMs: number;
  look: SegmentLook;
  failed: boolean;
  /** It is an attempt after the first. */
  again: boolean;
}

const holders: ReadonlySet<string> = new Set([spanNames.batch, spanNames.item, spanNames.attempt, spanNames.closing]);

/** Whether a span holds the work of others and does none itself. */
const isHolder = ({ span, children }: TraceNode): boolean => holders.has(span.name) || children.length > 0;
/** Whether it is the time that an item waited to be begun. */
export const isWait = ({ span }: TraceNode): boolean => span.name === spanNames.queueWait;
/** Whether it is an attempt after the first. */
export const isAgain = ({ span }: TraceNode): boolean =>
  span.name === spanNames.attempt && Number(span.attributes.attempt) > 1;

/** What is drawn in a span's row: of a folded item its waits and attempts, else the span itself. */
export function segmentsOf(node: TraceNode, open: boolean): Segment[] {
  const item = node.span.name === spanNames.item;
  if (item && !open && node.children.length > 0) return node.children.map((child) => segment(child, workLook(child)));
  return [segment(node, isHolder(node) && (open || item) ? "holder" : workLook(node))];
}

const segment = (node: TraceNode, look: SegmentLook): Segment => {
  const { span, startMs, endMs } = node;
  return { id: span.span_id, startMs, endMs, look, failed: span.status === "error", again: isAgain(node) };
};

function workLook(node: TraceNode): SegmentLook {
  if (isWait(node)) return "wait";
  if (node.span.status === "error") return "failed";
  return node.unfinished ? "running" : "work";
}
