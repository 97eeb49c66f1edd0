import { FilePlus2, ImagePlus, type LucideIcon } from "lucide-react";
import { batchMessages } from "@/app/_data/messages/batch";
import type { BatchKind } from "@/lib/contracts/status";
import type { Tray } from "./tray";
import { trays } from "./use-tray";

/** What the Batch tab lays out for one kind of batch, and how it speaks of it. */
export interface Desk {
  kind: BatchKind;
  tray: Tray;
  words: (typeof batchMessages.kinds)[BatchKind];
  /** A hint for the file chooser only; what a file is, the server finds out from its content. */
  accept: string;
  icon: LucideIcon;
  prompts: boolean;
  addresses: boolean;
}

export const desks: Record<BatchKind, Desk> = {
  coloring: {
    kind: "coloring",
    tray: trays.coloring,
    words: batchMessages.kinds.coloring,
    accept: "image/jpeg,image/png,image/webp,image/avif,image/gif,image/tiff,image/svg+xml,.tif,.tiff",
    icon: ImagePlus,
    prompts: true,
    addresses: false,
  },
  deck: {
    kind: "deck",
    tray: trays.deck,
    words: batchMessages.kinds.deck,
    accept: "image/svg+xml,.svg",
    icon: FilePlus2,
    prompts: false,
    addresses: true,
  },
};
