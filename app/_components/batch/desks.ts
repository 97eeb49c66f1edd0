import { FilePlus2, ImagePlus, type LucideIcon } from "lucide-react";
import type { BatchKind } from "@/lib/contracts/status";
import type { Tray } from "./tray";
import { trays } from "./use-tray";

/** What the Batch tab lays out for one kind of batch. */
export interface Desk {
  kind: BatchKind;
  tray: Tray;
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
    accept: "image/jpeg,image/png,image/webp,image/avif,image/gif,image/tiff,image/svg+xml,.tif,.tiff,.heic,.heif",
    icon: ImagePlus,
    prompts: true,
    addresses: false,
  },
  deck: {
    kind: "deck",
    tray: trays.deck,
    accept: "image/svg+xml,.svg",
    icon: FilePlus2,
    prompts: false,
    addresses: true,
  },
};
