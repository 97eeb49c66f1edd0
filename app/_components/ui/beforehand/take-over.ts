import { type Deed, redo } from "./redo";

/** Files that were let go over a page or pasted into it; folders are still to be read. */
export interface Dropped {
  /** Null for what the browser gives no entry for. */
  entries: readonly (FileSystemEntry | null)[];
  files: readonly File[];
}

type Root = Document | Element;

/** What the script in the page's head keeps, until a root is taken over. */
interface Beforehand {
  deeds: Map<Element, Deed>;
  drops: Dropped[];
  taken: Set<Root>;
}

declare global {
  interface Window {
    beforehand?: Beforehand;
  }
}

const rootOf = (element: Element): Root => element.closest("[data-later]") ?? document;

/**
 * Does what was done to a part of the page before its script was there: what was written and chosen at once, and what was
 * pressed when React knows of that, each in the order it was done. @param root the part; the document for all that is in none.
 */
export function takeOver(root: Root): void {
  const kept = window.beforehand;
  if (!kept || kept.taken.has(root)) return;
  kept.taken.add(root);
  const deeds = [...kept.deeds].filter(([element]) => rootOf(element) === root);
  for (const [element] of deeds) kept.deeds.delete(element);
  const redoAll = (those: typeof deeds) => {
    for (const [element, deed] of those) if (element.isConnected) redo(element, deed);
  };
  const presses = deeds.filter(([, deed]) => deed.pressed);
  redoAll(deeds.filter(([, deed]) => !deed.pressed));
  if (presses.length > 0) setTimeout(() => redoAll(presses));
}

/** What was dropped on the page, or pasted, before its script was there; it is handed out once. */
export const droppedBeforehand = (): Dropped[] => window.beforehand?.drops.splice(0) ?? [];
