import { useEffect } from "react";
import type { BatchKind } from "@/lib/contracts/status";
import { addLines } from "./unadded-lines";

/** Has lines added when a batch starts, as long as their field is shown. @param add whether none had to stay. */
export function useAddedAtStart(kind: BatchKind, add: () => boolean): void {
  useEffect(() => {
    addLines[kind] = add;
    return () => {
      delete addLines[kind];
    };
  });
}
