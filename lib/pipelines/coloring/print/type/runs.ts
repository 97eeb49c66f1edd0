import bidiFactory from "bidi-js";
import { type Face, faceOf, type Weight } from "./faces";
import { type Family, families, promises, type Slice, slicesOf } from "./families";
import { hanOrder } from "./han";

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Text that one face writes in one direction. */
export interface Run {
  text: string;
  face: Face;
  /** Level of the bidirectional algorithm; odd ones run from right to left. */
  level: number;
  /** How many of its characters stand for others that no face has. */
  missing: number;
}

/** Shown for a character that no face has. */
const placeholder = "\uFFFD";
/** Joiners and selectors shape their neighbours and need no glyph of their own. */
const isSilent = (character: string): boolean => /\p{Default_Ignorable_Code_Point}/u.test(character);
/** What goes with whatever stands before it. */
const isNeutral = /^[\p{Script=Common}\p{Script=Inherited}]+$/u;
const isEmoji = /\p{Emoji_Presentation}|\uFE0F|\p{Extended_Pictographic}/u;

/** One line of text cut into runs, in the order they stand on paper from left to right. */
export function visualRuns(line: string, weight: Weight): Run[] {
  const { levels } = bidi.getEmbeddingLevels(line, "auto");
  const choose = faceChooser(line, weight);
  const runs: Run[] = [];
  for (const { segment, index } of graphemes.segment(line)) {
    const level = levels[index];
    const mirrored = level % 2 ? (bidi.getMirroredCharacter(segment) ?? segment) : segment;
    const last = runs[runs.length - 1];
    const face = choose(mirrored, last?.face);
    const text = face ? mirrored : placeholder;
    const known = face ?? (choose(placeholder, undefined) as Face);
    if (last && last.level === level && last.face === known) {
      last.text += text;
      if (!face) last.missing++;
    } else runs.push({ text, face: known, level, missing: face ? 0 : 1 });
  }
  return reorder(runs);
}

/** Rule L2 of UAX #9: from the highest level down, whatever is at least as high is turned round. */
function reorder(runs: Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < ordered.length; from++) {
      let to = from;
      while (to < ordered.length && ordered[to].level >= level) to++;
      if (to > from) ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  }
  return ordered;
}

type Chooser = (cluster: string, before: Face | undefined) => Face | null;

/** Which face writes a character of this text. */
function faceChooser(text: string, weight: Weight): Chooser {
  const inOrder = familyOrder(text, weight);
  const known = new Map<string, Face | null>();
  return (cluster, before) => {
    if (before && before.slice.family !== "emoji" && isNeutral.test(cluster) && !isEmoji.test(cluster)) {
      if (writes(before, cluster)) return before;
    }
    let face = known.get(cluster);
    if (face === undefined) {
      face = findFace(isEmoji.test(cluster) ? ["emoji", ...inOrder] : inOrder, cluster, weight);
      known.set(cluster, face);
    }
    return face;
  };
}

/** The studio's own letters only where they do for all Latin ones, so that no word mixes two alphabets' looks. */
function familyOrder(text: string, weight: Weight): Family[] {
  const latin = text.match(/\p{Script=Latin}\p{M}*/gu) ?? [];
  const hasAll = [...new Set(latin)].every((letter) => findFace(["studio"], letter, weight));
  const han = hanOrder(text);
  const rest = families.filter((family) => !(han as Family[]).includes(family) && (hasAll || family !== "studio"));
  return [...rest.filter((family) => family !== "emoji"), ...han, "emoji"];
}

function findFace(inOrder: readonly Family[], cluster: string, weight: Weight): Face | null {
  const first = cluster.codePointAt(0) as number;
  let bare: Face | null = null;
  for (const family of inOrder) {
    for (const slice of candidates(family, first)) {
      const face = faceOf(slice, weight);
      if (writes(face, cluster)) return face;
      if (!bare && face.font.hasGlyphForCodePoint(first)) bare = face;
    }
  }
  // A letter without its rare accent is better than a box.
  return bare;
}

const candidates = (family: Family, codePoint: number): Slice[] =>
  slicesOf(family).filter((slice) => promises(slice, codePoint));

function writes({ font }: Face, cluster: string): boolean {
  for (const character of cluster) {
    if (!isSilent(character) && !font.hasGlyphForCodePoint(character.codePointAt(0) as number)) return false;
  }
  return true;
}
