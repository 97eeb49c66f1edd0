/** Points that one glyph may come to with all that it is made of; the most intricate ones have some thousands. */
const mostPoints = 100_000;
/** Points times contours: who draws a glyph may look for each point among all contours' ends. */
const mostLookups = 20_000_000;
const deepest = 16;

const [moreComponents, wideOffsets] = [0x20, 1];
/** Bytes of a component's scale by the flag that says it. */
const scales: readonly [flag: number, bytes: number][] = [
  [8, 2],
  [0x40, 4],
  [0x80, 8],
];

/**
 * Looks at all glyphs of a TrueType font before they are drawn (OpenType, "glyf"): glyphs made of glyphs can double at each step.
 * @param offsets where each glyph begins in `glyf`, in bytes, and where the last one ends.
 * @returns the points of all glyphs together, each drawn once.
 * @throws RangeError when one comes to more points than any glyph has, is made of itself, or lies outside.
 */
export function pointsOfGlyphs(glyf: Buffer, offsets: readonly number[]): number {
  const costs = new Map<number, number>();
  let points = 0;
  for (let glyph = 0; glyph + 1 < offsets.length; glyph++) points += costOf(glyph, 0);
  return points;

  function costOf(glyph: number, depth: number): number {
    const known = costs.get(glyph);
    if (known !== undefined) return known;
    if (depth > deepest) throw new RangeError("A glyph of the font is made of too many others.");
    const at = offsets[glyph];
    if (at === undefined || at === offsets[glyph + 1]) return 0;
    const contours = glyf.readInt16BE(at);
    const cost = contours < 0 ? made(at, depth) : drawn(glyf, at, contours);
    if (cost > mostPoints) throw new RangeError("A glyph of the font has too many points.");
    costs.set(glyph, cost);
    return cost;
  }

  function made(at: number, depth: number): number {
    let cost = 0;
    for (const part of componentsOf(glyf, at)) {
      cost += 1 + costOf(part, depth + 1);
      if (cost > mostPoints) return cost;
    }
    return cost;
  }
}

function drawn(glyf: Buffer, at: number, contours: number): number {
  if (contours === 0) return 0;
  const points = glyf.readUInt16BE(at + 10 + 2 * (contours - 1)) + 1;
  if (points * contours > mostLookups) throw new RangeError("A glyph of the font has too many contours.");
  return points;
}

function* componentsOf(glyf: Buffer, start: number): Generator<number> {
  let at = start + 10;
  let flags = moreComponents;
  while (flags & moreComponents) {
    flags = glyf.readUInt16BE(at);
    yield glyf.readUInt16BE(at + 2);
    const scale = scales.find(([flag]) => flags & flag)?.[1] ?? 0;
    at += 4 + (flags & wideOffsets ? 4 : 2) + scale;
  }
}
