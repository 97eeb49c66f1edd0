import { BookOpen, Download, type LucideIcon, Presentation } from "lucide-react";
import type { Messages } from "@/app/_data/messages/catalogue";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { controls } from "./control-ids";

/** Label, icon and target of a way to take files home, in one object: wherever it is shown, it is the same. */
export interface BatchDownload {
  id: string;
  icon: LucideIcon;
  label(batch: BatchView): string;
  /** Null where there is nothing to take; then it is not shown. */
  href(batch: BatchView): string | null;
  /** What most people come for. */
  main?(batch: BatchView): boolean;
  /** Opened to be looked at rather than saved. */
  opens?: boolean;
}

const ended = ({ status }: BatchView) => isTerminal(status);
const deckOf = ({ artifacts }: BatchView) => artifacts.find(({ name }) => name === "deck.pptx")?.url ?? null;
const hasFiles = ({ artifacts, items = [] }: BatchView) =>
  artifacts.length > 0 || items.some((item) => item.artifacts.length > 0);

export const batchDownloads = (t: Messages<"job">): readonly BatchDownload[] => [
  {
    id: "download-deck",
    icon: Presentation,
    label: () => t.deck,
    href: deckOf,
    main: () => true,
  },
  {
    id: controls.download,
    icon: Download,
    label: () => t.download,
    href: (batch) => (ended(batch) && hasFiles(batch) ? batch.links.download : null),
    main: (batch) => deckOf(batch) === null,
  },
  {
    id: "download-partial",
    icon: Download,
    label: (batch) => t.downloadPartial(batch.processed),
    href: (batch) =>
      batch.kind === "coloring" && !ended(batch) && batch.processed > 0 ? `${batch.links.download}?partial=1` : null,
  },
  {
    id: controls.book,
    icon: BookOpen,
    label: () => t.book,
    href: (batch) => batch.artifacts.find(({ media_type }) => media_type === "application/pdf")?.url ?? null,
    opens: true,
  },
];
