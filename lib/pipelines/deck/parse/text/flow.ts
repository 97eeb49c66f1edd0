import { identity, multiply, rotation, scaling, translation } from "../../matrix";
import type { Matrix, Point } from "../../scene";
import type { Character } from "./characters";
import type { Cluster } from "./clusters";
import type { TextPath } from "./text-path";
import { stand } from "./vertical";

/** A cluster where it stands. */
export interface PlacedCluster {
  cluster: Cluster;
  /** Its pen on the baseline, in the text's user space. */
  at: Point;
  /** From the cluster's own space, in user units with the pen at 0, 0, to the text's user space. */
  matrix: Matrix;
}

/** Share of a chunk's length that lies before its anchor. */
export type AnchorShare = 0 | 0.5 | 1;

export interface Flow {
  placed: PlacedCluster[];
  /** Where the pen is afterwards. */
  pen: Point;
  /** How far below its path the text ended up, in user units; 0 for text on none. */
  beside: number;
}

interface Move {
  dx: number;
  dy: number;
}

/** What `dx` and `dy` of all characters of a cluster move it by. */
function moveOf({ character, count }: Cluster, characters: readonly Character[]): Move {
  const move = { dx: 0, dy: 0 };
  for (let at = character; at < character + Math.max(1, count); at++) {
    move.dx += characters[at].dx;
    move.dy += characters[at].dy;
  }
  return move;
}

function turned(cluster: Cluster, characters: readonly Character[]): Matrix {
  const { rotate } = characters[cluster.character];
  return rotate === 0 ? identity : rotation(rotate);
}

/** Clusters from left to right on a level line. */
export function flowLevel(
  clusters: readonly Cluster[],
  characters: readonly Character[],
  start: Point,
  share: AnchorShare,
): Flow {
  const moves = clusters.map((cluster) => moveOf(cluster, characters));
  const inner = moves.slice(1).reduce((sum, { dx }) => sum + dx, 0);
  const length = clusters.reduce((sum, { advance }) => sum + advance, inner);
  let x = start.x - share * length;
  let y = start.y;
  const placed = clusters.map((cluster, index): PlacedCluster => {
    x += moves[index].dx;
    y += moves[index].dy;
    const { shift } = cluster.item.style;
    const at = { x, y: y + shift };
    const own = multiply(turned(cluster, characters), scaling(cluster.stretch, 1));
    x += cluster.advance;
    return { cluster, at, matrix: multiply(translation(at.x, at.y), own) };
  });
  return { placed, pen: { x, y }, beside: 0 };
}

/** Clusters from top to bottom. */
export function flowDown(
  clusters: readonly Cluster[],
  characters: readonly Character[],
  start: Point,
  share: AnchorShare,
): Flow {
  const stands = clusters.map((cluster) => stand(cluster, characters[cluster.character].text));
  const moves = clusters.map((cluster) => moveOf(cluster, characters));
  const length = clusters.reduce((sum, { advance }) => sum + advance, 0);
  let { x } = start;
  let y = start.y - share * length;
  const down = rotation(90);
  const placed = clusters.map((cluster, index): PlacedCluster => {
    x += moves[index].dx;
    y += moves[index].dy;
    const at = { x: x - cluster.item.style.shift, y };
    const own = multiply(turned(cluster, characters), stands[index]);
    y += cluster.advance;
    return { cluster, at, matrix: multiply(multiply(translation(at.x, at.y), down), own) };
  });
  return { placed, pen: { x, y }, beside: 0 };
}

/** Clusters along a path, each turned as the path is below its middle; those beyond its ends are left out. */
export function flowAlong(
  clusters: readonly Cluster[],
  characters: readonly Character[],
  { walk, offset }: TextPath,
  share: AnchorShare,
  besideBefore: number,
): Flow {
  const length = clusters.reduce((sum, { advance }) => sum + advance, 0);
  let along = offset - share * length;
  let beside = besideBefore;
  const placed: PlacedCluster[] = [];
  for (const cluster of clusters) {
    const { dx, dy } = moveOf(cluster, characters);
    along += dx;
    beside += dy;
    const across = cluster.advance - cluster.spacing;
    const middle = walk.at(along + across / 2);
    along += cluster.advance;
    if (middle === null) continue;
    const below = translation(-across / 2, beside + cluster.item.style.shift);
    const line = multiply(translation(middle.point.x, middle.point.y), rotation(middle.direction));
    const own = multiply(turned(cluster, characters), scaling(cluster.stretch, 1));
    placed.push({ cluster, at: middle.point, matrix: multiply(multiply(line, below), own) });
  }
  const end = walk.at(Math.min(Math.max(along, 0), walk.length))?.point ?? { x: 0, y: 0 };
  return { placed, pen: end, beside };
}
