import { chamferDistance, chamferUnit } from "../kernels/distance";
import { borrowBytes, giveBack } from "../kernels/shelf";
import { chainLength, endCounts, isClosed, type LineGraph } from "./line-graph";

/** A tip ends at most so wide, of its width at its foot; a line of its own is as wide at its end. */
const leftOfTip = 0.5;
/** What is shorter than so many radii at its foot is no line either. */
const stub = 0.5;
/** The longest tip of a mitred corner, in radii at its foot: SVG's miter limit of 4. */
const longestTip = 4.2;
/** What a tip may be longer than reckoned, by the errors of radius and angle. */
const tolerance = 1.6;
/** Where beside a corner its sides run straight, in radii from it. */
const straightFrom = 1.5;
const straightTo = 4;

interface Point {
  x: number;
  y: number;
}

/** A chain seen from one of its ends; `at(k)` is its k-th vertex from there. */
interface Arm {
  chain: Int32Array;
  at(index: number): number;
}

/**
 * The thinned middle of a pen's corner runs on into its pointed tip (Blum's medial axis, 1967): such twigs go, and the
 * two sides meet where their straight parts aim at. Of the fork in a stroke's square end, the line in its middle is left.
 * @param ink 1 on what the graph is the middle of.
 * @param least length in pixels from which a twig is seen on paper; corners with shorter ones alone stay as they are.
 */
export function squareMiters(
  graph: LineGraph,
  ink: Uint8Array,
  width: number,
  height: number,
  least: number,
): LineGraph {
  const counts = endCounts(graph);
  const isLoose = ({ chain, at }: Arm): boolean => counts[at(chain.length - 1)] === 1;
  const seen = forks(graph, counts).filter(([, arms]) =>
    arms.some((arm) => isLoose(arm) && chainLength(graph, arm.chain) >= least),
  );
  if (seen.length === 0) return graph;
  const depth = depthOf(ink, width, height);
  const radiusAt = (vertex: number): number =>
    depth[Math.floor(graph.y[vertex]) * width + Math.floor(graph.x[vertex])] / chamferUnit;
  /** As far as its ink reaches. */
  const lengthOf = ({ chain, at }: Arm): number => chainLength(graph, chain) + radiusAt(at(chain.length - 1));
  const x = graph.x.slice();
  const y = graph.y.slice();
  const gone = new Set<Int32Array>();
  for (const [joint, arms] of seen) {
    const radius = radiusAt(joint);
    const tips = arms.filter((arm) => isLoose(arm) && isTip(graph, arm, radius, radiusAt));
    const sides = arms.filter((arm) => !tips.includes(arm));
    if (!tips.some(({ chain }) => chainLength(graph, chain) >= least)) continue;
    if (tips.length === 1 && sides.length === 2) squareCorner(tips[0], sides, joint, radius);
    else if (tips.length === 2 && sides.length === 1) squareEnd(tips, sides[0], joint, radius);
  }
  return { ...graph, x, y, chains: graph.chains.filter((chain) => !gone.has(chain)) };

  function squareCorner(tip: Arm, sides: Arm[], joint: number, radius: number): void {
    const [one, other] = sides.map((side) => straightPart(graph, side, radius));
    const reach = radius / halfSine(one.way, other.way);
    const reached = lengthOf(tip);
    if (reached > tolerance * reach) return;
    gone.add(tip.chain);
    const corner = crossing(one, other);
    const foot = { x: graph.x[joint], y: graph.y[joint] };
    // Sides that bend, as a sickle's, aim past the ink: where they meet is not known.
    const farthest = Math.min(reach, reached);
    if (!corner || Math.hypot(corner.x - foot.x, corner.y - foot.y) > farthest) return;
    for (const side of sides) drawStraight(side, corner, radius);
  }

  /** Moves a side's vertices next to its corner onto the line from there to where it runs straight. */
  function drawStraight(side: Arm, corner: Point, radius: number): void {
    const steps = Math.min(Math.round(straightFrom * radius), side.chain.length >> 1);
    const to = side.at(steps);
    for (let k = 0; k < steps; k++) {
      x[side.at(k)] = corner.x + (k / steps) * (graph.x[to] - corner.x);
      y[side.at(k)] = corner.y + (k / steps) * (graph.y[to] - corner.y);
    }
  }

  function squareEnd(tips: Arm[], side: Arm, joint: number, radius: number): void {
    // A fork's branches run into the corners of a square end, which are as far off as a square's.
    if (tips.some((tip) => lengthOf(tip) > tolerance * Math.SQRT2 * radius)) return;
    for (const tip of tips) gone.add(tip.chain);
    const { way } = straightPart(graph, side, radius);
    x[joint] -= way.x * radius;
    y[joint] -= way.y * radius;
  }
}

/** Distance from each pixel of ink to the paper, as `chamferDistance` has it. */
function depthOf(ink: Uint8Array, width: number, height: number): Uint16Array {
  const paper = borrowBytes(ink.length);
  for (let i = 0; i < ink.length; i++) paper[i] = ink[i] ? 0 : 1;
  const depth = chamferDistance(paper, width, height);
  giveBack(paper);
  return depth;
}

/** The places where three chains end, with each of them seen from there. */
function forks(graph: LineGraph, counts: Uint8Array): [joint: number, arms: Arm[]][] {
  const found = new Map<number, Arm[]>();
  for (const chain of graph.chains) {
    if (isClosed(chain)) continue;
    const last = chain.length - 1;
    const seen: Arm[] = [
      { chain, at: (index) => chain[index] },
      { chain, at: (index) => chain[last - index] },
    ];
    for (const arm of seen) {
      const joint = arm.at(0);
      if (counts[joint] === 3) found.set(joint, [...(found.get(joint) ?? []), arm]);
    }
  }
  return [...found];
}

/** Whether a chain that ends free is a stub, or its ink narrows to a point. */
function isTip(graph: LineGraph, { chain, at }: Arm, radius: number, radiusAt: (vertex: number) => number): boolean {
  const length = chainLength(graph, chain);
  if (length > longestTip * radius + 1) return false;
  return length < stub * radius || radiusAt(at(chain.length - 1)) <= leftOfTip * radius;
}

/** A point of an arm where it runs straight, and the way it goes from there, away from its joint, of length 1. */
function straightPart(graph: LineGraph, { chain, at }: Arm, radius: number): { from: Point; way: Point } {
  const last = chain.length - 1;
  const to = at(Math.min(last, Math.round(straightTo * radius)));
  const near = at(Math.min(last >> 1, Math.round(straightFrom * radius)));
  const from = { x: graph.x[near], y: graph.y[near] };
  const length = Math.hypot(graph.x[to] - from.x, graph.y[to] - from.y) || 1;
  return { from, way: { x: (graph.x[to] - from.x) / length, y: (graph.y[to] - from.y) / length } };
}

/** Sine of half the angle between two ways. */
const halfSine = (one: Point, other: Point): number =>
  Math.sqrt(Math.max(0.01, (1 - one.x * other.x - one.y * other.y) / 2));

/** Where two straight parts aim at; null where they are parallel. */
function crossing(one: { from: Point; way: Point }, other: { from: Point; way: Point }): Point | null {
  const across = one.way.x * other.way.y - one.way.y * other.way.x;
  if (Math.abs(across) < 0.05) return null;
  const dx = other.from.x - one.from.x;
  const dy = other.from.y - one.from.y;
  const along = (dx * other.way.y - dy * other.way.x) / across;
  return { x: one.from.x + along * one.way.x, y: one.from.y + along * one.way.y };
}
