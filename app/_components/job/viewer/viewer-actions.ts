import { ChevronLeft, ChevronRight, Fullscreen, Keyboard, Printer, Scan, ZoomIn, ZoomOut } from "lucide-react";
import type { Messages } from "@/app/_data/messages/catalogue";
import type { Action } from "../../ui/keys/action";

/** What is seen of a page: what was sent, what came out, both parted by a slider, or the sheet of paper. */
export const looks = ["source", "both", "result", "paper"] as const;
export type Look = (typeof looks)[number];

/** What can be done while looking at a page. */
export interface ViewerDeeds {
  /** Whether there is paper to be seen. */
  printed: boolean;
  look(look: Look): void;
  zoom(factor: number): void;
  /** By shares of the pane. */
  pan(x: number, y: number): void;
  showWhole(): void;
  showPixels(): void;
  /** To another page, by so many places. */
  go(by: number): void;
  print(): void;
  listKeys(): void;
}

export const viewerActions = (t: Messages<"viewer">["actions"]): readonly Action<ViewerDeeds>[] => [
  { keys: ["1"], label: t.source, run: (deeds) => deeds.look("source") },
  { keys: ["2"], label: t.both, run: (deeds) => deeds.look("both") },
  { keys: ["3"], label: t.result, run: (deeds) => deeds.look("result") },
  { keys: ["4"], label: t.paper, offered: ({ printed }) => printed, run: (deeds) => deeds.look("paper") },
  { keys: ["ArrowLeft", "PageUp"], label: t.previous, icon: ChevronLeft, run: (deeds) => deeds.go(-1) },
  { keys: ["ArrowRight", "PageDown"], label: t.next, icon: ChevronRight, run: (deeds) => deeds.go(1) },
  { keys: ["-"], label: t.zoomOut, icon: ZoomOut, run: (deeds) => deeds.zoom(1 / 1.5) },
  { keys: ["+", "="], label: t.zoomIn, icon: ZoomIn, run: (deeds) => deeds.zoom(1.5) },
  { keys: ["0"], label: t.whole, icon: Fullscreen, run: (deeds) => deeds.showWhole() },
  { keys: ["p"], label: t.pixels, icon: Scan, run: (deeds) => deeds.showPixels() },
  { keys: ["ArrowLeft"], shift: true, label: t.left, run: (deeds) => deeds.pan(0.25, 0) },
  { keys: ["ArrowRight"], shift: true, label: t.right, run: (deeds) => deeds.pan(-0.25, 0) },
  { keys: ["ArrowUp"], shift: true, label: t.up, run: (deeds) => deeds.pan(0, 0.25) },
  { keys: ["ArrowDown"], shift: true, label: t.down, run: (deeds) => deeds.pan(0, -0.25) },
  {
    keys: ["p"],
    ctrl: true,
    label: t.print,
    icon: Printer,
    offered: ({ printed }) => printed,
    run: (deeds) => deeds.print(),
  },
  { keys: ["?"], label: t.keys, icon: Keyboard, run: (deeds) => deeds.listKeys() },
];
