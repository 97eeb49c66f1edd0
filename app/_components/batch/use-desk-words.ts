import type { Messages } from "@/app/_data/messages/catalogue";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchKind } from "@/lib/contracts/status";

export type DeskWords = Messages<"coloringTab"> | Messages<"deckTab">;

/** How the Batch tab speaks of one kind of batch. */
export const useDeskWords = (kind: BatchKind): DeskWords => useMessages(kind === "deck" ? "deckTab" : "coloringTab");
