import type { Lab } from "../kernels/lab";
import { findMarks, type Mark } from "./marks";
import { heightOf, isOnGroundOf, medianOf, rowsOf, sizeOf, unevenness, widthOf } from "./rows";

/** A row of letters, with the dots over and between them. Lengths are pixels. */
export interface Word {
  marks: Mark[];
  /** Median height of its letters. */
  height: number;
  /** Median width of their strokes. */
  stroke: number;
}

/** A letter is at least so many of its stroke's widths squared; a dot or a block is less. */
const leastSquares = 6;
/** Least part of its outline beside which its ground is plain; letters of a word may hem in another between them. */
const leastClear = 0.7;
const leastClearBetween = 0.5;
/** Least height of a letter in pixels, and tallest as a part of the picture's long side. */
const leastHeight = 6;
const tallest = 0.075;
/** Highest letter in widths of its stroke: spokes and strings are longer. */
const leanest = 14;
/** Fewest letters of a word where all is calm, as in what is drawn by a computer, and in a photo. */
const fewest = { graphic: 4, photo: 7 };
/** Leaves and gravel are many thin things as well; all of a page of print may be. */
const mostMarked = { graphic: 1, photo: 0.05 };
/** So many do where another word is written like them. */
const fewestOfAll = 2;
/** At least this part of them are no plain bars as fences and windows are; a bar fills so much of its box. */
const shapedPart = 0.5;
const barFill = 0.72;
/** How far the strokes of a word may spread, as standard deviation in their mean, and their feet, in their height. */
const mostSpread = 0.28;
const mostUneven = 0.09;
/** Above and below most letters lies their ground: so far off, in their height, and so much like it, in units of L. */
const groundAway = 0.35;
const likePaper = 12;
const paperPart = 0.6;

/**
 * Words: rows of thin marks of like height, stroke, tone and ground that stand close to each other on a line (Epshtein, Ofek
 * and Wexler 2010, "Detecting text in natural scenes with stroke width transform", section 3.3).
 * @param widest widest stroke looked for, in pixels.
 */
export function findWords(lab: Lab, widest: number, ground: keyof typeof fewest): Word[] {
  const most = tallest * Math.max(lab.width, lab.height);
  const marks = findMarks(lab, { widest, largest: most, share: mostMarked[ground] }).filter(
    ({ stroke }) => stroke <= widest,
  );
  const letters = marks.filter((mark) => isLetter(mark, most));
  const rows = rowsOf(letters).filter((row) => isWord(row) && isOnPaper(row, lab));
  const sure = withoutGaps(rows.filter((row) => row.length >= fewest[ground]));
  const found = [
    ...sure,
    ...rows.filter((row) => row.length < fewest[ground] && sure.some((word) => isLike(row, word))),
  ];
  const taken = new Set(found.flat());
  return inOneSize(found.map((row) => wordOf(row, marks, taken)));
}

const isLetter = (mark: Mark, most: number): boolean =>
  sizeOf(mark) >= leastHeight &&
  heightOf(mark) <= Math.min(most, leanest * mark.stroke) &&
  mark.clear >= leastClear &&
  mark.pixels.length >= leastSquares * mark.stroke * mark.stroke;

function isWord(row: Mark[]): boolean {
  if (row.length < fewestOfAll) return false;
  const shaped = row.filter((mark) => mark.pixels.length < barFill * widthOf(mark) * heightOf(mark)).length;
  if (shaped < shapedPart * row.length || unevenness(row) > mostUneven) return false;
  const mean = row.reduce((sum, { stroke }) => sum + stroke, 0) / row.length;
  const variance = row.reduce((sum, { stroke }) => sum + (stroke - mean) ** 2, 0) / row.length;
  return Math.sqrt(variance) <= mostSpread * mean;
}

/** Words written alike: their strokes differ by at most so much, and the heights of their letters. */
const oneStroke = 1.3;
const oneHeight = 1.6;

const strokeOf = (row: Mark[]): number => medianOf(row.map(({ stroke }) => stroke));

function isLike(row: Mark[], other: Mark[]): boolean {
  const stroke = strokeOf(row) / strokeOf(other);
  const height = medianOf(row.map(heightOf)) / medianOf(other.map(heightOf));
  const isOneTone = row[0].contrast * other[0].contrast > 0 && isOnGroundOf(row[0], other[0]);
  return isOneTone && Math.max(stroke, 1 / stroke) <= oneStroke && Math.max(height, 1 / height) <= oneHeight;
}

/** Words with the greatest height of those that are written alike: "come" is no smaller than "children" beside it. */
const inOneSize = (words: Word[]): Word[] =>
  words.map((word) => {
    const alike = words.filter(({ marks }) => isLike(marks, word.marks));
    return { ...word, height: Math.max(...alike.map(({ height }) => height)) };
  });

/** Whether the ground of marks goes on above and below them; what lies in a gap has other things there. */
function isOnPaper(row: Mark[], { L, width, height }: Lab): boolean {
  let plain = 0;
  for (const { left, right, top, bottom, ground } of row) {
    const x = (left + right) >> 1;
    const away = Math.ceil(groundAway * (bottom - top));
    for (const y of [Math.max(0, top - away), Math.min(height - 1, bottom - 1 + away)]) {
      if (Math.abs(L[y * width + x] - ground) <= likePaper) plain++;
    }
  }
  return plain >= paperPart * 2 * row.length;
}

/** Rows without those that the gaps between another row's letters make: of two that overlap the clearer one is written. */
function withoutGaps(rows: Mark[][]): Mark[][] {
  const weight = (row: Mark[]) => row.reduce((sum, mark) => sum + mark.clear * mark.pixels.length, 0);
  const kept: Mark[][] = [];
  for (const row of rows.toSorted((one, other) => weight(other) - weight(one))) {
    if (!kept.some((other) => other[0].contrast * row[0].contrast < 0 && overlap(row, other))) kept.push(row);
  }
  return kept;
}

const overlap = (row: Mark[], other: Mark[]): boolean =>
  row.some((mark) => other.some((letter) => gapBetween(mark, letter) < 0));

/** Pixels between the boxes of two marks; negative where they overlap. */
const gapBetween = (one: Mark, other: Mark): number =>
  Math.max(
    Math.max(one.left, other.left) - Math.min(one.right, other.right),
    Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom),
  );

/** The word of a row and of what belongs to it, which comes to be taken, of all marks that are not. */
function wordOf(row: Mark[], all: Mark[], taken: Set<Mark>): Word {
  const height = medianOf(row.map(heightOf));
  const marks = [...row];
  // What joins may lead on to more, as on an arc; each look takes in whatever touches the letters before it.
  for (let more = marks; more.length; ) {
    const ends = more;
    more = all.filter((mark) => !taken.has(mark) && belongsTo(mark, ends, height));
    for (const mark of more) taken.add(mark);
    marks.push(...more);
  }
  return { marks, height, stroke: medianOf(row.map(({ stroke }) => stroke)) };
}

/** A dot, an accent or a letter off the row is at most so large and so far from one of its letters, in the word's height. */
const largestMore = 1.7;
const moreReach = 0.35;
/** Its stroke is at most so many times as wide as the letter's. */
const moreStroke = 1.5;
/** Its contrast is at least this part of the letter's. */
const moreContrast = 0.4;

const belongsTo = (mark: Mark, letters: Mark[], height: number): boolean =>
  sizeOf(mark) <= largestMore * height &&
  mark.clear >= leastClearBetween &&
  letters.some(
    (letter) =>
      gapBetween(mark, letter) <= moreReach * height &&
      mark.stroke <= moreStroke * letter.stroke &&
      mark.contrast / letter.contrast > moreContrast &&
      isOnGroundOf(mark, letter),
  );
