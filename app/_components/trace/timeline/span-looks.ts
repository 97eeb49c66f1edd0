import {
  Boxes,
  CircleX,
  FileImage,
  HardDriveDownload,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  Power,
  Repeat2,
  SquareActivity,
} from "lucide-react";
import { spanNames } from "@/lib/trace/span-names";
import type { TraceNode } from "@/lib/trace/tree";

const icons: Record<string, LucideIcon> = {
  [spanNames.batch]: Boxes,
  [spanNames.item]: FileImage,
  [spanNames.attempt]: Repeat2,
  [spanNames.closing]: Boxes,
  [spanNames.queueWait]: Hourglass,
  [spanNames.threadStart]: Power,
  [spanNames.toDisk]: HardDriveDownload,
};

export function iconOf({ span, unfinished }: TraceNode): LucideIcon {
  if (span.status === "error") return CircleX;
  if (unfinished && span.name !== spanNames.queueWait) return LoaderCircle;
  return icons[span.name] ?? SquareActivity;
}

/** The colour of a row's icon. */
export const toneOf = (node: TraceNode): string =>
  node.span.status === "error" ? "text-failed" : node.unfinished ? "text-running" : "text-muted-foreground";

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
