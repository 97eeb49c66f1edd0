import {
  Boxes,
  CircleX,
  FileImage,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  Power,
  Repeat2,
  SquareActivity,
} from "lucide-react";
import { messages } from "@/app/_data/messages";
import { traceMessages } from "@/app/_data/messages/trace";
import { spanNames } from "@/lib/trace/span-names";
import type { TraceNode } from "@/lib/trace/tree";

const t = traceMessages;

const icons: Record<string, LucideIcon> = {
  [spanNames.batch]: Boxes,
  [spanNames.item]: FileImage,
  [spanNames.attempt]: Repeat2,
  [spanNames.closing]: Boxes,
  [spanNames.queueWait]: Hourglass,
  [spanNames.threadStart]: Power,
};

export function iconOf({ span, unfinished }: TraceNode): LucideIcon {
  if (span.status === "error") return CircleX;
  if (unfinished && span.name !== spanNames.queueWait) return LoaderCircle;
  return icons[span.name] ?? SquareActivity;
}

/** The colour of a row's icon. */
export const toneOf = (node: TraceNode): string =>
  node.span.status === "error" ? "text-failed" : node.unfinished ? "text-running" : "text-muted-foreground";

/** A row's name in words: an item by its file, an attempt by its number. */
export function nameOf({ span, parent }: TraceNode): string {
  const { attributes, name } = span;
  if (name === spanNames.item)
    return traceMessages.pages.named(Number(attributes["item.index"]) + 1, String(attributes["item.name"]));
  if (name === spanNames.attempt && typeof attributes.attempt === "number" && parent !== null)
    return t.attemptOf(attributes.attempt);
  if (name === "upload" && typeof attributes["file.name"] === "string") return attributes["file.name"];
  return t.spans[name] ?? messages.stages[name] ?? name;
}

/** The item a span belongs to. */
export function itemOf(node: TraceNode): TraceNode | null {
  for (let at: TraceNode | null = node; at !== null; at = at.parent) if (at.span.name === spanNames.item) return at;
  return null;
}

/** The item's place in the batch from 0; null for what belongs to the whole batch. */
export function itemIndexOf(node: TraceNode): number | null {
  const index = itemOf(node)?.span.attributes["item.index"];
  return typeof index === "number" ? index : null;
}
