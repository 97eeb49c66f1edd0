import { createStore, type Store } from "@/app/_data/use-store";
import type { BatchKind } from "@/lib/contracts/status";

/** What is written on the Batch tab and not added yet: addresses for a deck, prompts for coloring pages. Outlives a visit to another tab. */
export const unaddedLines: Record<BatchKind, Store<string>> = { coloring: createStore(""), deck: createStore("") };

/** How the field that is shown adds its lines when a batch starts: whoever wrote them meant them. False where some stay, since they are wrong. */
export const addLines: Partial<Record<BatchKind, () => boolean>> = {};
