import {
  Boxes,
  CircleX,
  FileImage,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  Repeat2,
  SquareActivity,
} from "lucide-react";
import { messages } from "@/app/_data/messages";
import type { TraceNode } from "@/lib/trace/tree";

const t = messages.trace;

/** What a row is: time spent waiting, something that holds other work, or work itself. */
type Role = "wait" | "holder" | "work";

const holders: Record<string, LucideIcon> = { batch: Boxes, item: FileImage, attempt: Repeat2, closing: Boxes };

export const roleOf = ({ span }: TraceNode): Role =>
  span.name === "queue wait" ? "wait" : span.name in holders ? "holder" : "work";

export function iconOf(node: TraceNode): LucideIcon {
  if (node.span.status === "error") return CircleX;
  if (node.unfinished) return LoaderCircle;
  return roleOf(node) === "wait" ? Hourglass : (holders[node.span.name] ?? SquareActivity);
}

/** The colour of a row's icon. */
export const toneOf = (node: TraceNode): string =>
  node.span.status === "error" ? "text-failed" : node.unfinished ? "text-running" : "text-muted-foreground";

/** The bar's look: waits are hatched, holders hollow, work filled. */
export function barLook(node: TraceNode): string {
  const role = roleOf(node);
  const colour = node.span.status === "error" ? "failed" : node.unfinished ? "running" : "accent";
  if (role === "wait") return "waiting-bar inset-y-[38%] rounded-sm";
  return `inset-y-[24%] rounded-sm ${bars[role][colour]}`;
}

const bars: Record<"holder" | "work", Record<"failed" | "running" | "accent", string>> = {
  holder: {
    failed: "border border-failed bg-surface",
    running: "border border-running bg-surface",
    accent: "border border-control bg-accent-soft",
  },
  work: { failed: "bg-failed", running: "bg-running", accent: "bg-accent" },
};

/** A row's name in words: an item by its file, an attempt by its number. */
export function nameOf({ span, parent }: TraceNode): string {
  const { attributes, name } = span;
  if (name === "item")
    return messages.trace.pages.named(Number(attributes["item.index"]) + 1, String(attributes["item.name"]));
  if (name === "attempt" && typeof attributes.attempt === "number" && parent !== null)
    return t.attemptOf(attributes.attempt);
  if (name === "upload" && typeof attributes["file.name"] === "string") return attributes["file.name"];
  return t.spans[name] ?? messages.stages[name] ?? name;
}
