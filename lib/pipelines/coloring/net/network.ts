import { borrowFloats, giveBack } from "../kernels/shelf";
import { convolveChannels } from "./channels";
import { convolve, type Filters, packFilters } from "./convolution";
import { add, average, multiplyBy, padChannels, pool, rectify, squash, swish } from "./elementwise";
import { enlarge, spreadOut } from "./enlarge";
import type { Model, Operator } from "./model";

/**
 * A step that is no part of TensorFlow Lite.
 * @param number how many of its kind came before it.
 */
export type CustomStep = (kind: string, number: number, inputs: Float32Array[], output: Float32Array) => void;

/** Values from which a tensor's buffer is borrowed from the shelf; smaller ones are soon made. */
const leastBorrowed = 1 << 14;

/** A model made ready to run. It keeps its weights alone from one run to the next. */
export class Network {
  private readonly filters = new Map<Operator, Filters>();
  private readonly lastUse: Int32Array;
  private readonly values: (Float32Array | undefined)[];

  constructor(
    private readonly model: Model,
    private readonly custom: CustomStep | null = null,
  ) {
    this.lastUse = lastUses(model);
    this.values = [...model.weights];
    for (const step of model.operators) {
      if (step.kind !== "convolve") continue;
      const [, weights, bias] = step.inputs;
      this.filters.set(step, packFilters(this.valueOf(weights), this.valueOf(bias), model.shapes[weights]));
      this.values[weights] = undefined;
      model.weights[weights] = undefined;
    }
  }

  /**
   * @param picture rows of pixels of three channels, in the size and range that the model asks for.
   * @returns the model's outputs by name.
   */
  run(picture: Float32Array): Map<string, Float32Array> {
    const { operators, input, outputs, names } = this.model;
    const counts = new Map<string, number>();
    this.values[input] = picture;
    for (const [i, step] of operators.entries()) {
      const length = this.sizeOf(step.output);
      const output = length < leastBorrowed ? new Float32Array(length) : borrowFloats(length);
      const number = counts.get(step.kind) ?? 0;
      counts.set(step.kind, number + 1);
      this.take(step, number, output);
      this.values[step.output] = output;
      for (const tensor of new Set(step.inputs)) {
        if (this.lastUse[tensor] === i && tensor !== input) this.release(tensor);
      }
    }
    const results = new Map(outputs.map((tensor) => [names[tensor], this.valueOf(tensor)]));
    for (const tensor of [input, ...outputs]) this.values[tensor] = undefined;
    return results;
  }

  private release(tensor: number): void {
    const value = this.values[tensor];
    if (!value || this.model.weights[tensor]) return;
    if (value.length >= leastBorrowed) giveBack(value);
    this.values[tensor] = undefined;
  }

  private take(step: Operator, number: number, output: Float32Array): void {
    const { shapes } = this.model;
    const { kind, inputs, stride, window } = step;
    const [first, second, third] = inputs;
    const from = shapes[first];
    const to = shapes[step.output];
    const input = this.valueOf(first);
    if (kind === "convolve") {
      convolve(input, from, this.filters.get(step) as Filters, stride, step.padsEdges, output, to);
    } else if (kind === "convolve each channel") {
      convolveChannels(input, from, this.valueOf(second), this.valueOf(third), stride, output, to);
    } else if (kind === "add") add(input, this.valueOf(second), output);
    else if (kind === "multiply") multiplyBy(input, this.valueOf(second), output);
    else if (kind === "average" && to[0] * to[1] === 1) average(input, output);
    else if (kind === "squash") squash(input, output);
    else if (kind === "swish") swish(input, output);
    else if (kind === "enlarge") enlarge(input, from, output, to);
    else if (kind === "spread out") spreadOut(input, from, this.valueOf(second), this.valueOf(third), output);
    else if (kind === "relu") rectify(input, null, output);
    else if (kind === "prelu") rectify(input, this.valueOf(second), output);
    else if (kind === "pad") padChannels(input, from[2], output, to[2]);
    else if (kind === "pool") pool(input, from, window, stride, output, to);
    else if (kind === "slice" || kind === "reshape") output.set(input.subarray(0, output.length));
    else if (kind === "concatenate") {
      let at = 0;
      for (const part of inputs) {
        output.set(this.valueOf(part), at);
        at += this.valueOf(part).length;
      }
    } else if (this.custom)
      this.custom(
        kind,
        number,
        inputs.map((tensor) => this.valueOf(tensor)),
        output,
      );
    else throw new Error(`the network has a step that nobody knows: ${kind}`);
  }

  private sizeOf(tensor: number): number {
    return this.model.shapes[tensor].reduce((product, side) => product * side, 1);
  }

  private valueOf(tensor: number): Float32Array {
    const value = this.values[tensor];
    if (!value) throw new Error(`tensor ${tensor} is asked for before it is computed`);
    return value;
  }
}

/** The last step that reads each tensor. Outputs are never given free. */
function lastUses({ operators, outputs, shapes }: Model): Int32Array {
  const last = new Int32Array(shapes.length).fill(-1);
  for (const [i, step] of operators.entries()) for (const tensor of step.inputs) last[tensor] = i;
  for (const tensor of outputs) last[tensor] = -1;
  return last;
}
