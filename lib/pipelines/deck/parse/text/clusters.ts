import type { ShapedGlyph } from "../../fonts/shaping";
import type { Character } from "./characters";
import { clinging, type Item } from "./items";

/** Glyphs that stand for characters that cannot be parted, such as a letter and its accents. */
export interface Cluster {
  item: Item;
  /** Index of its first character in the text's list, and how many it stands for. */
  character: number;
  count: number;
  /** Lengths in em. */
  glyphs: ShapedGlyph[];
  /** From its pen to the next one's, in user units; spacing is in it. */
  advance: number;
  /** What of the advance was added by letter and word spacing and `textLength`. */
  spacing: number;
  /** Factor of its width. */
  stretch: number;
}

/** Scripts whose letters hang together: no space is put between them (CSS Text 4, 8.2.1). */
const joined =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Mandaic}\p{Script=Phags_Pa}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}]/u;

/** Clusters from left to right, of items from left to right: those that differ only in paint are shaped as one. */
export function clustersOf(items: readonly Item[]): Cluster[] {
  return shapedTogether(items).flatMap((group) => {
    const clusters = shaped(group);
    return clusters.some((cluster) => leavesItem(cluster)) ? group.flatMap((item) => shaped([item])) : clusters;
  });
}

/** Items that follow each other, by what is shaped as one text; each group from left to right. */
function shapedTogether(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group !== undefined && goesOn(group[group.length - 1], item)) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

function goesOn(before: Item, item: Item): boolean {
  const { face, rightToLeft, style } = before;
  if (item.face !== face || item.rightToLeft !== rightToLeft || item.style.size !== style.size) return false;
  if (JSON.stringify(item.style.features) !== JSON.stringify(style.features)) return false;
  const [first, second] = rightToLeft ? [item, before] : [before, item];
  return first.start + first.characters.length === second.start;
}

/** Whether it stands for a character of the next item too: that one has a paint of its own. */
function leavesItem({ item, character, count }: Cluster): boolean {
  return character + count > item.start + item.characters.length;
}

/** The clusters of items that are shaped as one text, from left to right. */
function shaped(group: readonly Item[]): Cluster[] {
  const { face, rightToLeft, style } = group[0];
  const read = rightToLeft ? [...group].reverse() : group;
  const { start } = read[0];
  const characters = read.flatMap((item) => item.characters);
  const itemAt = read.flatMap((item) => item.characters.map(() => item));
  const text = characters.map((character) => character.text).join("");
  const bases = basesOf(characters, text.length);
  const clusters: Cluster[] = [];
  let last = -1;
  for (const glyph of face.shape(text, { rightToLeft, features: style.features })) {
    const base = bases[glyph.index];
    if (base !== last) {
      const item = itemAt[base];
      clusters.push({ item, character: start + base, count: 0, glyphs: [], advance: 0, spacing: 0, stretch: 1 });
    }
    const cluster = clusters[clusters.length - 1];
    cluster.glyphs.push(glyph);
    cluster.advance += glyph.advance * style.size;
    last = base;
  }
  count(rightToLeft ? [...clusters].reverse() : clusters, start + characters.length);
  for (const cluster of clusters) space(cluster, characters[cluster.character - start]);
  return clusters;
}

/** For each UTF-16 unit the index of the character its cluster begins with. */
function basesOf(characters: readonly Character[], length: number): Uint32Array {
  const bases = new Uint32Array(length);
  let unit = 0;
  let base = 0;
  characters.forEach(({ text }, at) => {
    if (!clinging.test(text)) base = at;
    bases.fill(base, unit, unit + text.length);
    unit += text.length;
  });
  return bases;
}

/** A cluster stands for all characters up to the next one's, in the order of reading; the last for those to the end. */
function count(clusters: readonly Cluster[], end: number): void {
  clusters.forEach((cluster, at) => {
    const next = clusters[at + 1]?.character ?? end;
    cluster.count = Math.max(0, next - cluster.character);
  });
}

function space(cluster: Cluster, { text }: Character): void {
  const { letterSpacing, wordSpacing } = cluster.item.style;
  const added = (joined.test(text) ? 0 : letterSpacing) + (/[ \u00a0]/.test(text) ? wordSpacing : 0);
  cluster.spacing += added;
  cluster.advance += added;
}
