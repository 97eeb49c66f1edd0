import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TracepressError } from "@/lib/errors";
import { pictureOf, preprocessed, preprocessedFile } from "../../support/deck-preprocess";

const defs = `<defs>
  <clipPath id="none"/><clipPath id="half"><rect width="50" height="100"/></clipPath>
  <mask id="fade"><rect width="100" height="100" fill="#888"/></mask>
  <filter id="blur"><feGaussianBlur stdDeviation="3"/></filter>
  <filter id="flood"><feFlood flood-color="gold"/></filter>
  <linearGradient id="clear"><stop stop-opacity="0"/><stop offset="1" stop-opacity="0"/></linearGradient>
  <pattern id="dots" width="10" height="10" patternUnits="userSpaceOnUse"><circle r="3" cx="5" cy="5"/></pattern>
  <marker id="dot" markerWidth="4" markerHeight="4"><rect width="4" height="4" fill="red"/></marker>
</defs>`;

/** Each has something in it that the default preset drops, beside what must stay. */
const scenes: Record<string, string> = {
  "a see-through group": `<circle cx="50" cy="50" r="30"/><g opacity="0"><rect width="90" height="90"/></g>`,
  "a see-through gradient": `<rect x="9" y="9" width="70" height="60" fill="teal"/><rect width="90" height="90" fill="url(#clear)"/>`,
  "filled lines": `<path d="M5 5 L95 30 L50 17.5 Z"/><path d="M5 50 L95 50"/><path d="M5 60 L95 90" stroke="red"/>`,
  "a filled upright curve": `<path d="M30 5 C30 20 30 60 30 95 Z"/><path d="M60 5 C90 20 30 60 60 95 Z"/>`,
  "a turned, filled line": `<g transform="rotate(27 50 50)"><path d="M5.3 50 L31.7 50 L71.1 50 L95 50 Z"/></g><rect width="9" height="9"/>`,
  "an empty clip": `<g clip-path="url(#none)"><rect width="90" height="90"/></g><circle r="40"/>`,
  "half a clip": `<g clip-path="url(#half)"><rect width="90" height="90"/><path d="M0 0h9v9z" opacity="0"/></g>`,
  "a mask": `<g mask="url(#fade)"><rect width="60" height="60"/><path d="M0 0h90v90z" fill-opacity="0"/></g>`,
  "a blurred group": `<g filter="url(#blur)"><rect x="30" y="30" width="40" height="40"/><path d="M0 0h90v90z" opacity="0"/></g>`,
  "a flood where nothing is": `<rect width="30" height="30" fill-opacity="0" filter="url(#flood)"/><path d="M50 50 L60 60"/>`,
  "markers on an unpainted line": `<path d="M10 10 L90 90" fill="none" marker-end="url(#dot)"/><path d="M9 9 L9 90"/>`,
  "blended with nothing seen": `<rect width="60" height="60" fill="red"/><g style="mix-blend-mode:multiply" opacity="0"><circle r="50"/></g><circle r="20" style="mix-blend-mode:screen" fill="blue"/>`,
  "an isolated group": `<g style="isolation:isolate" opacity=".5"><rect width="60" height="60"/><path d="M0 0h80v80z" fill-opacity="0"/></g>`,
  "copies of nothing": `<defs><path id="p" d="M0 0h9v9z" fill-opacity="0"/></defs><use xlink:href="#p" x="9"/><rect width="50" height="50" fill="url(#dots)"/>`,
  "unseen words": `<text x="5" y="40" font-size="20" fill="none">none</text><text x="5" y="80" font-size="20">some</text><text fill-opacity="0" y="20">no</text>`,
  "a dash and a see-through dash": `<path d="M5 50 H95" stroke="navy" stroke-dasharray="7 3"/><path d="M5 70 H95" stroke="navy" stroke-opacity="0" stroke-dasharray="7 3"/>`,
};

describe("the default preset never changes a pixel", () => {
  it.each(Object.entries(scenes))("of %s", async (_name, body) => {
    const { source, scene, report } = preprocessed(`${defs}${body}`, "default");
    expect(report.dropped).toBeGreaterThan(0);
    expect(Buffer.from(await pictureOf(scene)).equals(await pictureOf(source))).toBe(true);
  });

  const corpus = "../shared/corpora/resvg-dev";
  it.skipIf(!existsSync(corpus))("of 60 files of resvg's tests", async () => {
    const outcomes: Record<string, string[]> = { same: [], changed: [], unread: [], untouched: [] };
    for (const file of sixtyOf(corpus)) outcomes[await outcomeOf(readFileSync(file))].push(file);
    expect(outcomes.changed).toEqual([]);
    expect(outcomes.same.length).toBeGreaterThan(0);
    expect(outcomes.unread.length).toBeLessThan(6);
  });
});

/** Evenly taken from the folders in which things are hidden. */
function sixtyOf(corpus: string): string[] {
  const files = readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((name) => /^(masking|painting\/(stroke|fill))\/.*\.svg$/.test(name))
    .sort();
  return files
    .filter((_, at) => Math.floor((at * 60) / files.length) !== Math.floor(((at + 1) * 60) / files.length))
    .map((name) => join(corpus, name));
}

/** Some files are broken on purpose. */
async function outcomeOf(bytes: Uint8Array): Promise<"same" | "changed" | "unread" | "untouched"> {
  const read = attempt(() => preprocessedFile(bytes, "default"));
  if (read === null) return "unread";
  const { source, scene } = read;
  if (source === scene) return "untouched";
  return Buffer.from(await pictureOf(scene)).equals(await pictureOf(source)) ? "same" : "changed";
}

function attempt<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof TracepressError && thrown.code === "invalid_svg") return null;
    throw thrown;
  }
}
