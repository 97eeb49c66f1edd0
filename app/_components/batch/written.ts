import { readAddresses } from "./addresses";
import type { Desk } from "./desks";

/** Whether text is a whole SVG, as drawing programs copy it. */
function isSvgSource(text: string): boolean {
  const source = text.trim();
  return /^<(svg|\?xml|!)/i.test(source) && /<svg[\s>]/i.test(source) && /<\/svg>$/i.test(source);
}

/** Lays out what text that was pasted or dropped is: an SVG's source, or addresses where the desk takes them. */
export function addWritten({ tray, addresses }: Desk, text: string): void {
  if (isSvgSource(text)) tray.add([new File([text], "pasted.svg", { type: "image/svg+xml" })]);
  else if (addresses) {
    const { urls } = readAddresses(text);
    if (urls.length > 0) tray.addAddresses(urls);
  }
}
