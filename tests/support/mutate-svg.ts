/** A row of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const oddNumbers = ["0", "-1", "1e9", "-1e9", "1e38", "1e308", "1e400", "NaN", "Infinity", "1e-9", "", "100%", "-50em"];
const oddValues = [
  "url(#a)",
  "url(#missing)",
  "inherit",
  "var(--x)",
  "none",
  "\uFFFF",
  "javascript:alert(1)",
  "http://[::1",
  "﷽",
  "0 0 0",
];

type Mutation = (svg: string, roll: () => number) => string;

const pick = <Item>(list: readonly Item[], roll: () => number): Item => list[Math.floor(roll() * list.length)];

/** What is found at a random place becomes something else; the text itself where nothing is found. */
function replaceOne(svg: string, pattern: RegExp, by: (found: string) => string, roll: () => number): string {
  const found = [...svg.matchAll(pattern)];
  if (found.length === 0) return svg;
  const { 0: text, index } = pick(found, roll);
  return svg.slice(0, index) + by(text) + svg.slice(index + text.length);
}

const number = /-?\d+(?:\.\d+)?/g;
const value = /"[^"<]*"/g;
const element = /<(\w+)[^<>]*\/>/g;
const tag = /<\/?\w+/g;
const id = /(?:id="|url\(#|href="#)[\w-]+/g;

/** Most leave the markup well-formed. */
const changes: readonly Mutation[] = [
  (svg, roll) => replaceOne(svg, number, () => pick(oddNumbers, roll), roll),
  (svg, roll) => replaceOne(svg, number, (found) => String(Number(found) * 10 ** Math.floor(roll() * 16 - 8)), roll),
  (svg, roll) => replaceOne(svg, value, () => `"${pick(oddValues, roll)}"`, roll),
  (svg, roll) => replaceOne(svg, value, () => pick([...svg.matchAll(value)], roll)[0], roll),
  (svg, roll) => replaceOne(svg, element, () => "", roll),
  (svg, roll) => replaceOne(svg, element, (found) => found.repeat(2 + Math.floor(roll() * 40)), roll),
  (svg, roll) => replaceOne(svg, element, (found) => `<g opacity=".5" transform="rotate(30)">${found}</g>`, roll),
  (svg, roll) => replaceOne(svg, element, (found) => found + pick([...svg.matchAll(element)], roll)[0], roll),
  (svg, roll) =>
    replaceOne(
      svg,
      id,
      (found) => found.replace(/[\w-]+$/, "") + (/[\w-]+$/.exec(pick([...svg.matchAll(id)], roll)[0])?.[0] ?? ""),
      roll,
    ),
];

/** Most of these leave it broken. */
const breaks: readonly Mutation[] = [
  (svg, roll) =>
    replaceOne(svg, tag, () => `<${pick(["g", "use", "pattern", "mask", "svg", "text", "a", "switch"], roll)}`, roll),
  (svg, roll) => {
    const at = Math.floor(roll() * svg.length);
    return svg.slice(0, at) + String.fromCharCode(Math.floor(roll() * 256)) + svg.slice(at + 1);
  },
  (svg, roll) => {
    const at = Math.floor(roll() * svg.length);
    return svg.slice(0, at) + svg.slice(at + Math.floor(roll() * 40));
  },
  (svg, roll) => svg.slice(0, Math.floor(roll() * svg.length)),
];

/** Most changes to one SVG, and how many are broken as well. */
const mostChanges = 5;
const broken = 0.15;

/** An SVG with a few random changes, the same for the same dice. */
export function mutated(svg: string, roll: () => number): string {
  let changed = svg;
  for (let left = 1 + Math.floor(roll() * mostChanges); left > 0; left--) changed = pick(changes, roll)(changed, roll);
  return roll() < broken ? pick(breaks, roll)(changed, roll) : changed;
}
