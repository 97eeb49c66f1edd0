import { roomOf } from "../kernels/planes/workbench";
import type { Model } from "./model";

/** Where the tensors of a run stand, in values from the first on; those that are no longer needed make room for others. */
export interface Places {
  /** By tensor; -1 for weights. */
  offsets: Int32Array;
  size: number;
}

export const sizeOf = ({ shapes }: Model, tensor: number): number =>
  shapes[tensor].reduce((size, side) => size * side, 1);

/** A tensor in its place, up to the last step that reads it. */
interface Placed {
  from: number;
  to: number;
  last: number;
}

/** Gives each tensor the first place that is wide enough when it is computed. */
export function placeTensors(model: Model): Places {
  const offsets = new Int32Array(model.shapes.length).fill(-1);
  const last = lastUses(model);
  let placed: Placed[] = [];
  let size = 0;
  const place = (tensor: number, step: number) => {
    placed = placed.filter((other) => other.last >= step).sort((one, other) => one.from - other.from);
    const values = roomOf(sizeOf(model, tensor)) / 4;
    const from = firstGap(placed, values);
    placed.push({ from, to: from + values, last: last[tensor] });
    offsets[tensor] = from;
    size = Math.max(size, from + values);
  };
  place(model.input, 0);
  for (const [i, { output }] of model.operators.entries()) place(output, i);
  return { offsets, size };
}

/** Where the first gap of so many values begins. @param placed in order. */
function firstGap(placed: Placed[], values: number): number {
  let from = 0;
  for (const other of placed) {
    if (other.from - from >= values) break;
    from = Math.max(from, other.to);
  }
  return from;
}

/** The last step that reads each tensor; outputs are needed after all of them. */
function lastUses({ operators, outputs, shapes }: Model): Float64Array {
  const last = new Float64Array(shapes.length).fill(-1);
  for (const [i, step] of operators.entries()) for (const tensor of step.inputs) last[tensor] = i;
  for (const tensor of outputs) last[tensor] = Number.POSITIVE_INFINITY;
  return last;
}
