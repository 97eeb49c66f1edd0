"use client";

import type { BatchKind } from "@/lib/contracts/status";
import { ColoringStudio } from "./coloring-studio";
import { DeckStudio } from "./deck-studio";
import { useLeaveWarning } from "./use-leave-warning";

const studios = { coloring: ColoringStudio, deck: DeckStudio };

/** The Batch tab: one studio for each kind of batch. */
export function BatchStudio({ kind }: { kind: BatchKind }) {
  useLeaveWarning();
  const Studio = studios[kind];
  return <Studio />;
}
