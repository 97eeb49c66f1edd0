import { inkBox, isDrawing, type LetterPlace, letterPath } from "./letter-path";
import { type Line, readable, setLine } from "./type/lines";
import { cutAtWord, wrap } from "./type/wrap";

/** Hollow letters on a page, as SVG path data in mm. */
export interface Lettering {
  /** Width of the line around the letters; it lies outside them. */
  line: number;
  /** Letters to be outlined and filled with white, so that joined ones become one shape. */
  paths: string[];
  /** Small drawings such as emoji, to be filled with black. */
  drawings: string[];
  /** The same lines as text and where they stand. */
  lines: { line: Line; place: LetterPlace }[];
  /** Characters that no face has; a box stands for each. */
  missing: number;
}

/** Where lettering may stand, and how large; mm on paper. */
export interface LetteringBox {
  left: number;
  top: number;
  width: number;
  height: number;
  largestEm: number;
  smallestEm: number;
  /** At most so many lines. */
  lines: number;
}

/** Baseline to baseline, in em. */
const leading = 1.26;
/** Room kept for the letters of every alphabet, in em, so that lines with and without tall letters look alike. */
const usual = { top: 0.76, bottom: -0.24 };
const weight = 650;
/** Room for the outlines between letters, in em. */
const tracking = 0.045;
/** Another line is worth it where it makes the letters this much larger. */
const worthMoreLines = 1.25;

interface Setting {
  lines: { set: Line; box: NonNullable<ReturnType<typeof inkBox>> }[];
  em: number;
  line: number;
}

/**
 * Text as hollow letters in the middle of a box, in as many lines as make it largest; what is longer is cut at a word. Null where the text shows nothing.
 */
export function letter(text: string, box: LetteringBox): Lettering | null {
  const clean = readable(text);
  if (!clean) return null;
  const setting = settingFor(clean, box);
  if (!setting?.lines.length) return null;
  const { lines, em, line } = setting;
  const height = heightOf(lines) * em;
  const paths: string[] = [];
  const drawings: string[] = [];
  const placed: Lettering["lines"] = [];
  let baseline = box.top + (box.height - height) / 2 + topOf(lines) * em;
  for (const { set, box: ink } of lines) {
    const left = box.left + box.width / 2 - ((ink.left + ink.right) / 2) * em;
    const place = { left, baseline, em };
    placed.push({ line: set, place });
    for (const character of set.runs.flatMap(({ letters }) => letters)) {
      const path = letterPath(character, place);
      if (path) (isDrawing(character) ? drawings : paths).push(path);
    }
    baseline += leading * em;
  }
  return { line, paths, drawings, lines: placed, missing: lines.reduce((sum, { set }) => sum + set.missing, 0) };
}

/** Lines are as thick as 3 % of the em, within half a point and 1.6 points. */
const lineFor = (em: number): number => Math.min(0.56, Math.max(0.18, 0.03 * em));

/** Letters are not narrower than this on average, in em: more text than that cannot fit, and is not even measured. */
const narrowest = 0.22;

function settingFor(whole: string, box: LetteringBox): Setting | null {
  const roomiest = box.width / box.smallestEm;
  const text = atMost(whole, Math.ceil((box.lines * roomiest) / narrowest));
  const set = setter();
  const widthOf = (part: string): number => {
    const { box: ink } = set(part);
    return ink ? ink.right - ink.left : 0;
  };
  const linesOf = (part: string) => wrap(part, box.lines, roomiest, widthOf);
  if (text === whole) {
    let best = sizeOf([text], box, set);
    for (let count = 2; count <= box.lines; count++) {
      const wrapped = wrap(text, count, roomiest, widthOf);
      const more = wrapped && sizeOf(wrapped, box, set);
      if (more && (!best || more.em > worthMoreLines * best.em)) best = more;
    }
    if (best && best.em >= box.smallestEm) return best;
  }
  const fits = (part: string) => {
    const wrapped = linesOf(part);
    return wrapped !== null && (sizeOf(wrapped, box, set)?.em ?? 0) >= box.smallestEm;
  };
  const short = cutAtWord(text, fits);
  return sizeOf(linesOf(short) ?? [short], box, set);
}

function atMost(text: string, length: number): string {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length).join("").trim()} …` : text;
}

/** Sets each line once, however often it is asked for. */
function setter() {
  const done = new Map<string, { set: Line; box: ReturnType<typeof inkBox> }>();
  return (text: string) => {
    let found = done.get(text);
    if (!found) {
      const set = setLine(text, weight, tracking);
      found = { set, box: inkBox(set) };
      done.set(text, found);
    }
    return found;
  };
}

/** Lines at the largest size at which they stay inside the box with their outlines. */
function sizeOf(texts: string[], box: LetteringBox, set: ReturnType<typeof setter>): Setting | null {
  const lines = texts.flatMap((text) => {
    const { set: line, box: ink } = set(text);
    return ink ? [{ set: line, box: ink }] : [];
  });
  if (!lines.length) return null;
  const rim = 2 * lineFor(box.largestEm);
  const widest = Math.max(...lines.map(({ box: ink }) => ink.right - ink.left));
  const em = Math.min(box.largestEm, (box.width - rim) / widest, (box.height - rim) / heightOf(lines));
  return em > 0 ? { lines, em, line: lineFor(em) } : null;
}

const topOf = (lines: Setting["lines"]): number => Math.max(usual.top, lines[0].box.top);

function heightOf(lines: Setting["lines"]): number {
  const bottom = Math.min(usual.bottom, lines[lines.length - 1].box.bottom);
  return topOf(lines) + (lines.length - 1) * leading - bottom;
}
