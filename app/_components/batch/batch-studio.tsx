"use client";

import { useSearchParams } from "next/navigation";
import { ColoringStudio } from "./coloring-studio";
import { DeckStudio } from "./deck-studio";
import { useLeaveWarning } from "./use-leave-warning";

/** The Batch tab: one studio for each kind of batch, chosen by `?kind=`. */
export function BatchStudio() {
  const kind = useSearchParams().get("kind");
  useLeaveWarning();
  return kind === "deck" ? <DeckStudio /> : <ColoringStudio />;
}
