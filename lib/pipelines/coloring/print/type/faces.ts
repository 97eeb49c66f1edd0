import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import { sfntFromWoff2 } from "@/lib/fonts/woff2";
import type { Slice } from "./families";

/** CSS weights that pages are lettered in; emoji are drawn lighter, as their lines are the drawing. */
export type Weight = 450 | 650;
const emojiWeight = 300;

/** A slice at one weight, ready to lay out text. */
export interface Face {
  /** The same for the same slice and weight. */
  key: string;
  slice: Slice;
  font: fontkit.Font;
}

/** Opened fonts take up to about 1 MB each, so a thread keeps only these many, the latest used. */
const mostOpen = 64;
const open = new Map<string, Face>();

/** The slice's font at a weight, opened at most once as long as it is in use. */
export function faceOf(slice: Slice, weight: Weight): Face {
  const key = `${slice.file}@${weight}`;
  let face = open.get(key);
  if (face) open.delete(key);
  else {
    const font = fontkit.create(sfntFromWoff2(readFileSync(slice.file)));
    const wght = slice.family === "emoji" ? emojiWeight : weight;
    face = { key, slice, font: font.getVariation({ wght }) };
  }
  open.set(key, face);
  for (const oldest of open.keys()) {
    if (open.size <= mostOpen) break;
    open.delete(oldest);
  }
  return face;
}
