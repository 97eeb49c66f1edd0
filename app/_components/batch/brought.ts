import { readAddresses } from "./addresses";
import type { Desk } from "./desks";

/** What a drag brings: files, or else the address of something, such as a link. Null for what the page leaves to the browser. */
export function broughtBy({ dataTransfer, target }: DragEvent): "files" | "address" | null {
  if (dataTransfer?.types.includes("Files")) return "files";
  return dataTransfer?.types.includes("text/uri-list") && !isWrittenIn(target) ? "address" : null;
}

/** Whether it is a field, which takes text and links by itself. */
export const isWrittenIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, textarea, select");

/** The addresses that a drop brings, http and https only. Must be called while its event is being handled. */
export const droppedAddresses = ({ dataTransfer }: DragEvent): string[] =>
  readAddresses(dataTransfer?.getData("text/uri-list") ?? "").urls;

/** Whether text is a whole SVG, as drawing programs copy it. */
function isSvgSource(text: string): boolean {
  const source = text.trim();
  return /^<(svg|\?xml|!)/i.test(source) && /<svg[\s>]/i.test(source) && /<\/svg>$/i.test(source);
}

/** Lays out what pasted text is: an SVG's source, or addresses where the desk takes them. @returns whether it was either. */
export function addWritten({ tray, addresses }: Desk, text: string): boolean {
  if (isSvgSource(text)) {
    tray.add([new File([text], "pasted.svg", { type: "image/svg+xml" })]);
    return true;
  }
  const { urls } = addresses ? readAddresses(text) : { urls: [] };
  if (urls.length > 0) tray.addAddresses(urls);
  return urls.length > 0;
}
