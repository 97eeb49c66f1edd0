"use client";

import dynamic from "next/dynamic";
import type { ModelList } from "@/lib/contracts/models";
import type { BatchKind } from "@/lib/contracts/status";
import { useLeaveWarning } from "./use-leave-warning";

/** Each comes with the page that shows it, and without the other. */
const ColoringStudio = dynamic(() => import("./coloring-studio").then((module) => module.ColoringStudio));
const DeckStudio = dynamic(() => import("./deck-studio").then((module) => module.DeckStudio));

interface Props {
  kind: BatchKind;
  /** Whether this server is set up to send decks to Google Drive. */
  sendsToDrive: boolean;
  models: ModelList;
}

/** The Batch tab: one studio for each kind of batch. */
export function BatchStudio({ kind, sendsToDrive, models }: Props) {
  useLeaveWarning();
  return kind === "deck" ? <DeckStudio sendsToDrive={sendsToDrive} /> : <ColoringStudio models={models} />;
}
