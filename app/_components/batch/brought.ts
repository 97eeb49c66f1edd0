/** Whether it is a field, which takes text and links by itself. */
export const isWrittenIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, textarea, select");

/** Whether what is dragged comes from this page itself: a picture or a link of ours is no file to take in. */
let isOwn = false;

/** Notices where each drag begins. @param signal ends it. */
export function noteOwnDrags(signal: AbortSignal): void {
  window.addEventListener("dragstart", () => (isOwn = true), { signal });
  window.addEventListener("dragend", () => (isOwn = false), { signal });
}

/** What a drag brings: files, or else the address of something, such as a link. Null for what the page leaves to the browser. */
export function broughtBy({ dataTransfer, target }: DragEvent): "files" | "address" | null {
  const types = (!isOwn && dataTransfer?.types) || [];
  if (types.includes("Files")) return "files";
  return types.includes("text/uri-list") && !isWrittenIn(target) ? "address" : null;
}
