import { decimal } from "./number";

/** "812 B", "4.2 kB", "31 MB": decimal units, as files are shown elsewhere. */
export function size(locale: string, bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  const units = ["kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = -1;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${decimal(locale, value, value < 10 ? 1 : 0)} ${units[unit]}`;
}
