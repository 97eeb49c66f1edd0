import { readFileSync } from "node:fs";
import type { Font } from "fontkit";
import { sfntFromWoff2 } from "@/lib/fonts/woff2";
import { createdFont } from "./created-font";

/** A font of a file; of a collection, the one of this index. */
export function openedFile(file: string, index: number): Font {
  const bytes = readFileSync(file);
  // The library reads variations of plain fonts only.
  const created = createdFont(file.endsWith(".woff2") ? sfntFromWoff2(bytes) : bytes);
  return created.fonts === undefined ? created : created.fonts[index];
}
