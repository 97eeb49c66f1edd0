import type { Drawing } from "../clean";
import type { Raster } from "../decode";
import type { LineGraph } from "../lines/line-graph";
import type { Canvas } from "../normalize";
import type { Outline } from "../outline";
import { fromLab } from "./from-lab";
import { longestSide, type ProofPixels } from "./proofs";

/** The picture as it was read. */
export const ofRaster = ({ width, height, rgb }: Raster): ProofPixels => ({ width, height, channels: 3, bytes: rgb });

/** The part of it that is drawn. */
export const ofCanvas = ({ lab }: Canvas): ProofPixels => fromLab(lab, longestSide);

/** Gradient that is black in a proof, in units of Lab: from here on a border is crisp entirely. */
const blackAt = 22;

/** Everything that could become a line: the stronger the gradient the darker, and drawn lines black. */
export function ofOutline({ lab: { width, height }, gradient, inkMask }: Outline): ProofPixels {
  const scale = proofScale({ width, height });
  const columns = Math.max(1, Math.floor(width * scale));
  const rows = Math.max(1, Math.floor(height * scale));
  const bytes = new Uint8Array(columns * rows).fill(255);
  const stride = scale <= 0.5 ? 2 : 1;
  for (let y = 0; y < height; y++) {
    const start = Math.min(rows - 1, (y * scale) | 0) * columns;
    const row = bytes.subarray(start, start + columns);
    if (y % stride === 0) darkenRow(row, gradient.magnitude, y * width, width, scale, stride);
    if (inkMask) blackenRow(row, inkMask, y * width, width, scale);
  }
  return { width: columns, height: rows, channels: 1, bytes };
}

/**
 * Each pixel of a row of a proof gets as dark as the strongest that falls on it, so that thin lines stay. Gradients are
 * smooth over more than two pixels: where a proof is at most half as large, every other one is enough.
 */
function darkenRow(
  row: Uint8Array,
  strength: Float32Array,
  start: number,
  width: number,
  scale: number,
  stride: number,
): void {
  const perUnit = 255 / blackAt;
  const last = row.length - 1;
  for (let x = 0; x < width; x += stride) {
    const light = 255 - strength[start + x] * perUnit;
    const column = Math.min(last, (x * scale) | 0);
    if (light < row[column]) row[column] = light > 0 ? light : 0;
  }
}

function blackenRow(row: Uint8Array, mask: Uint8Array, start: number, width: number, scale: number): void {
  const last = row.length - 1;
  for (let x = 0; x < width; x++) if (mask[start + x]) row[Math.min(last, (x * scale) | 0)] = 0;
}

/** What was chosen of it. @param canvas the picture's size, in the pixels of the drawing. */
export function ofDrawing(drawing: Drawing, canvas: { width: number; height: number }): ProofPixels {
  const scale = proofScale(canvas);
  const width = Math.max(1, Math.round(canvas.width * scale));
  const height = Math.max(1, Math.round(canvas.height * scale));
  const proof: ProofPixels = { width, height, channels: 1, bytes: new Uint8Array(width * height).fill(255) };
  const { borders, ink, creases, hairlines, jaws, features } = drawing;
  for (const graph of [borders, ink, creases, hairlines, jaws, features]) {
    for (const chain of graph.chains) drawChain(proof, graph, chain, scale);
  }
  for (const { x, y } of drawing.dots) dab(proof, x * scale, y * scale);
  return proof;
}

/** Dabs at every vertex, and between those that stand further apart than a pixel of the proof. */
function drawChain(proof: ProofPixels, { x, y }: LineGraph, chain: Int32Array, scale: number): void {
  for (let i = 1; i < chain.length; i++) {
    const fromX = x[chain[i - 1]] * scale;
    const fromY = y[chain[i - 1]] * scale;
    dab(proof, fromX, fromY);
    const wayX = x[chain[i]] * scale - fromX;
    const wayY = y[chain[i]] * scale - fromY;
    const steps = Math.max(Math.abs(wayX), Math.abs(wayY)) | 0;
    for (let k = 1; k <= steps; k++) dab(proof, fromX + (wayX * k) / (steps + 1), fromY + (wayY * k) / (steps + 1));
  }
}

/** Darkness that a point of a line gives its pixel; a line has one or two in each. */
const darkness = 200;

function dab({ width, height, bytes }: ProofPixels, x: number, y: number): void {
  const column = Math.max(0, Math.min(width - 1, x | 0));
  const row = Math.max(0, Math.min(height - 1, y | 0));
  const at = row * width + column;
  bytes[at] = bytes[at] > darkness ? bytes[at] - darkness : 0;
}

/** Pixels of a proof for one of the canvas; never more than one. */
const proofScale = ({ width, height }: { width: number; height: number }): number =>
  Math.min(1, longestSide / Math.max(width, height));
