const bell = new EventTarget();
let wanted = false;

/** Opens the palette, as soon as it is loaded. */
export function ringForPalette(): void {
  wanted = true;
  bell.dispatchEvent(new Event("wanted"));
}

/** Hears when the palette is wanted, also when that was before. @returns how to stop listening. */
export function listenForPalette(hear: () => void): () => void {
  bell.addEventListener("wanted", hear);
  if (wanted) queueMicrotask(hear);
  return () => bell.removeEventListener("wanted", hear);
}

/** @returns whether the palette is wanted and not opened yet; asking settles it. */
export function takeWanted(): boolean {
  const was = wanted;
  wanted = false;
  return was;
}
