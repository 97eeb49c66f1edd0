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

/** An item's clusters from left to right. */
export function clustersOf(item: Item): Cluster[] {
  const { characters, face, rightToLeft, style } = item;
  const text = characters.map((character) => character.text).join("");
  const bases = basesOf(characters, text.length);
  const clusters: Cluster[] = [];
  let last = -1;
  for (const glyph of face.shape(text, { rightToLeft, features: style.features })) {
    const base = bases[glyph.index];
    if (base !== last) {
      clusters.push({ item, character: item.start + base, count: 0, glyphs: [], advance: 0, spacing: 0, stretch: 1 });
    }
    const cluster = clusters[clusters.length - 1];
    cluster.glyphs.push(glyph);
    cluster.advance += glyph.advance * style.size;
    last = base;
  }
  count(clusters, item);
  for (const cluster of clusters) space(cluster, characters[cluster.character - item.start]);
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

/** A cluster stands for all characters up to the next one's, in the order of reading. */
function count(clusters: readonly Cluster[], item: Item): void {
  const order = item.rightToLeft ? [...clusters].reverse() : clusters;
  order.forEach((cluster, at) => {
    const next = order[at + 1]?.character ?? item.start + item.characters.length;
    cluster.count = Math.max(0, next - cluster.character);
  });
}

function space(cluster: Cluster, { text }: Character): void {
  const { letterSpacing, wordSpacing } = cluster.item.style;
  const added = (joined.test(text) ? 0 : letterSpacing) + (/[ \u00a0]/.test(text) ? wordSpacing : 0);
  cluster.spacing += added;
  cluster.advance += added;
}
