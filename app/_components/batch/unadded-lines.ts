import { createStore, type Store } from "@/app/_data/use-store";
import type { BatchKind } from "@/lib/contracts/status";

/** What is written on the Batch tab and not added yet: addresses for a deck, prompts for coloring pages. Outlives a visit to another tab. */
export const unaddedLines: Record<BatchKind, Store<string>> = { coloring: createStore(""), deck: createStore("") };
