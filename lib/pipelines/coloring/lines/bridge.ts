import { endCounts, isClosed, type LineGraph } from "./line-graph";

/** An end looks for a line within this angle of its own direction: cos 60°. */
const leastAhead = 0.5;
/** Vertices from its end at which a chain's direction is taken. */
const look = 8;

export interface Bridged {
  graph: LineGraph;
  /** How many ends of each chain found no line. */
  open: Uint8Array;
}

/**
 * Lengthens free ends to the nearest line ahead of them, so that what they part can be coloured by itself.
 * @param drawn 1 on the pixels of all lines, the graph's own among them.
 * @param reach farthest that is bridged, in pixels.
 */
export function bridgeEnds(graph: LineGraph, drawn: Uint8Array, width: number, height: number, reach: number): Bridged {
  const ends = endCounts(graph);
  const open = new Uint8Array(graph.chains.length);
  const x = Array.from(graph.x);
  const y = Array.from(graph.y);
  const chains = graph.chains.map((chain, number) => {
    if (isClosed(chain)) return chain;
    const path = Array.from(chain);
    for (const atEnd of [false, true]) {
      const tip = atEnd ? path[path.length - 1] : path[0];
      if (ends[tip] !== 1) continue;
      const target = nearestAhead(path, atEnd, x, y, drawn, width, height, reach);
      if (target < 0) {
        open[number]++;
        continue;
      }
      const steps = stepsTo(x, y, tip, (target % width) + 0.5, ((target / width) | 0) + 0.5);
      if (atEnd) path.push(...steps);
      else path.unshift(...steps.reverse());
    }
    return new Int32Array(path);
  });
  const softness = new Float32Array(x.length);
  softness.set(graph.softness);
  const fixed = new Uint8Array(x.length);
  fixed.set(graph.fixed);
  return { graph: { x: new Float32Array(x), y: new Float32Array(y), fixed, softness, chains }, open };
}

/** The drawn pixel that is nearest, with those straight ahead preferred; -1 where there is none. */
function nearestAhead(
  path: number[],
  atEnd: boolean,
  x: number[],
  y: number[],
  drawn: Uint8Array,
  width: number,
  height: number,
  reach: number,
): number {
  const tip = atEnd ? path.length - 1 : 0;
  const back = atEnd ? Math.max(0, tip - look) : Math.min(path.length - 1, look);
  const fromX = x[path[tip]];
  const fromY = y[path[tip]];
  const wayX = fromX - x[path[back]];
  const wayY = fromY - y[path[back]];
  const norm = Math.hypot(wayX, wayY) || 1;
  let best = -1;
  let cost = reach;
  const left = Math.max(0, Math.floor(fromX - reach));
  const right = Math.min(width - 1, Math.floor(fromX + reach));
  const bottom = Math.min(height - 1, Math.floor(fromY + reach));
  for (let py = Math.max(0, Math.floor(fromY - reach)); py <= bottom; py++) {
    for (let px = left; px <= right; px++) {
      if (!drawn[py * width + px]) continue;
      const dx = px + 0.5 - fromX;
      const dy = py + 0.5 - fromY;
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance < 1.5 || distance >= cost) continue;
      const ahead = (dx * wayX + dy * wayY) / (distance * norm);
      if (ahead < leastAhead) continue;
      const here = distance * (2 - ahead);
      if (here >= cost) continue;
      cost = here;
      best = py * width + px;
    }
  }
  return best;
}

/** New vertices a pixel apart on the straight way from `tip`, the last of them at the target. */
function stepsTo(x: number[], y: number[], tip: number, toX: number, toY: number): number[] {
  const dx = toX - x[tip];
  const dy = toY - y[tip];
  const count = Math.max(1, Math.round(Math.hypot(dx, dy)));
  const steps: number[] = [];
  const fromX = x[tip];
  const fromY = y[tip];
  for (let i = 1; i <= count; i++) {
    steps.push(x.length);
    x.push(fromX + (dx * i) / count);
    y.push(fromY + (dy * i) / count);
  }
  return steps;
}
