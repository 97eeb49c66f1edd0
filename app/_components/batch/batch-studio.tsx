"use client";

import dynamic from "next/dynamic";
import { useEffect } from "react";
import { handsNear } from "@/app/_data/hands-near";
import { loadPatiently } from "@/app/_data/load-patiently";
import type { ModelList } from "@/lib/contracts/models";
import type { BatchKind } from "@/lib/contracts/status";
import { ColoringStudio } from "./coloring-studio";
import { useLeaveWarning } from "./use-leave-warning";

/** Apart from the coloring studio, where most people begin. */
const DeckStudio = dynamic(() => import("./deck-studio").then((module) => module.DeckStudio));

/** After the page: there is mostly nothing to lay out again. */
async function layOutKept(): Promise<void> {
  const { keepTrays } = await loadPatiently(() => import("./kept-trays"));
  await keepTrays();
}

interface Props {
  kind: BatchKind;
  /** Whether this server is set up to send decks to Google Drive. */
  sendsToDrive: boolean;
  models: ModelList;
  /** How many items a batch takes. */
  maxItems: number;
}

/** The Batch tab: one studio for each kind of batch. */
export function BatchStudio({ kind, sendsToDrive, models, maxItems }: Props) {
  useLeaveWarning();
  useEffect(() => void handsNear().then(layOutKept), []);
  return kind === "deck" ? (
    <DeckStudio {...{ sendsToDrive, maxItems }} />
  ) : (
    <ColoringStudio {...{ models, maxItems }} />
  );
}
