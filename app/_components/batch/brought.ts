/** Whether it is a field, which takes text and links by itself. */
export const isWrittenIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, textarea, select");

/** What a drag brings: files, or else the address of something, such as a link. Null for what the page leaves to the browser. */
export function broughtBy({ dataTransfer, target }: DragEvent): "files" | "address" | null {
  const types = dataTransfer?.types ?? [];
  if (types.includes("Files")) return "files";
  return types.includes("text/uri-list") && !isWrittenIn(target) ? "address" : null;
}
