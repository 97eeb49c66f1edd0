import { chamferDistance, chamferUnit } from "../../kernels/distance";
import type { Lab } from "../../kernels/lab";
import { bridgeEnds } from "../../lines/bridge";
import type { LineGraph } from "../../lines/line-graph";
import type { Face } from "../face";
import { oval } from "../mesh-points";
import { widthOf } from "../plausible";
import { awayFromSkin, isWithin } from "../skin";
import { distance, graphOf, mix, type Point, pointsOf, smoothThrough } from "./stroke";

/** On the oval, from below one ear over the forehead to below the other. */
const around = [...oval.slice(oval.indexOf(132)), ...oval.slice(0, oval.indexOf(361) + 1)];

/** Where a face's edge is looked for along a line from its middle, over the distance of the mesh's outline. */
const nearest = 0.8;
const farthest = 1.5;
/** Looks along such a line, and where they fall on it. */
const looks = 70;
const parts = Array.from({ length: looks + 1 }, (_, i) => nearest + ((farthest - nearest) * i) / looks);
/** Looks on either side of an edge that are told apart. */
const beside = 4;
/** Distance from the skin's colour, in units of Lab, of what is skin at most and of what is not at least. */
const skin = 15;
const other = 20;
/** From one line to the next the edge moves by so much of the distance at most; on so many in a row it may be missing. */
const step = 0.06;
const mostMissing = 3;
/** Shortest line that is drawn, over the face's width. */
const shortest = 0.3;

/** Lengths in pixels: a line nearer than `twin` is the same edge, gaps up to `bridge` are closed. */
export interface ContourLimits {
  twin: number;
  bridge: number;
}

/**
 * Where the skin of a face ends at hair or at what is behind it, on lines that go out from its middle, as far as nothing
 * else is drawn there: a face that is one region with its surroundings would float in them without.
 * @param lab the picture with its faces calmed.
 * @param drawn 1 on the pixels of all lines that are drawn already.
 */
export function drawHairlines(faces: Face[], lab: Lab, drawn: Uint8Array, { twin, bridge }: ContourLimits): LineGraph {
  if (!faces.length) return graphOf([]);
  const { width, height } = lab;
  const away = chamferDistance(drawn, width, height);
  const isFree = ({ x, y }: Point) => away[(y | 0) * width + (x | 0)] > twin * chamferUnit;
  const lines = faces.flatMap((face) => {
    const least = shortest * widthOf(face.landmarks);
    return runsOf(edgeOf(face, lab))
      .flatMap((run) => partsOf(smoothThrough(run).points, isFree))
      .filter((part) => distance(part[0], part[part.length - 1]) >= least);
  });
  const graph = graphOf(lines.map((points) => ({ points, closed: false })));
  return bridgeEnds(graph, drawn, width, height, bridge).graph;
}

/** Where the skin ends along each line from the middle of a face; null where it does not, or nobody can tell. */
function edgeOf({ landmarks, skin: colour }: Face, lab: Lab): ((Point & { part: number }) | null)[] {
  const outline = smoothThrough(pointsOf(landmarks, around)).points;
  const middle = middleOf(pointsOf(landmarks, oval));
  const every = Math.max(1, Math.round(outline.length / 80));
  return outline
    .filter((_, i) => i % every === 0)
    .map((point) => {
      const places = parts.map((part) => ({ ...mix(middle, point, part), part }));
      // What lies beyond the picture is neither skin nor anything else: NaN is on no side of a threshold.
      const away = places.map(({ x, y }) => (isWithin(lab, x, y) ? awayFromSkin(lab, colour, x, y) : Number.NaN));
      const isEdge = (i: number) => mean(away.slice(i - beside, i)) < skin && mean(away.slice(i, i + beside)) >= other;
      return places.find((_, i) => i >= beside && i + beside <= looks && isEdge(i)) ?? null;
    });
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const middleOf = (points: Point[]): Point => ({
  x: mean(points.map(({ x }) => x)),
  y: mean(points.map(({ y }) => y)),
});

/** The runs of an edge without wide gaps and jumps, every third point of them: as smooth as hair is drawn. */
function runsOf(edge: ((Point & { part: number }) | null)[]): Point[][] {
  const runs: Point[][] = [];
  let last = { part: 0, i: -mostMissing - 2 };
  for (const [i, point] of edge.entries()) {
    if (!point) continue;
    const steps = i - last.i;
    if (steps <= mostMissing + 1 && Math.abs(point.part - last.part) <= step * steps) runs[runs.length - 1].push(point);
    else runs.push([point]);
    last = { part: point.part, i };
  }
  return runs.map((run) => run.filter((_, i) => i % 3 === 0 || i === run.length - 1)).filter((run) => run.length > 1);
}

/** The parts of a path whose points are wanted. */
function partsOf(path: Point[], isWanted: (point: Point) => boolean): Point[][] {
  const parts: Point[][] = [];
  let isOpen = false;
  for (const point of path) {
    const wanted = isWanted(point);
    if (wanted && isOpen) parts[parts.length - 1].push(point);
    else if (wanted) parts.push([point]);
    isOpen = wanted;
  }
  return parts;
}
