"use client";

import dynamic from "next/dynamic";
import type { ModelList } from "@/lib/contracts/models";
import type { BatchKind } from "@/lib/contracts/status";
import { ColoringStudio } from "./coloring-studio";
import { useLeaveWarning } from "./use-leave-warning";

/** Apart from the coloring studio, where most people begin. */
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
