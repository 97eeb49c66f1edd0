import { planeAt, whileKept } from "../kernels/planes/workbench";
import { convolveChannels } from "./channels";
import { convolve, type Filters, packFilters } from "./convolution";
import { add, average, multiplyBy, padChannels, pool, rectify, squash, swish } from "./elementwise";
import { enlarge, spreadOut } from "./enlarge";
import type { Model, Operator } from "./model";
import { type Places, placeTensors, sizeOf } from "./places";

/**
 * A step that is no part of TensorFlow Lite.
 * @param number how many of its kind came before it.
 */
export type CustomStep = (kind: string, number: number, inputs: Float32Array[], output: Float32Array) => void;

/** A model made ready to run. It keeps its weights alone from one run to the next. */
export class Network {
  private readonly filters = new Map<Operator, Filters>();
  private readonly places: Places;
  /** Where the tensors of the run that goes on begin. */
  private start = 0;

  constructor(
    private readonly model: Model,
    private readonly custom: CustomStep | null = null,
  ) {
    this.places = placeTensors(model);
    for (const step of model.operators) {
      if (step.kind !== "convolve") continue;
      const [, weights, bias] = step.inputs;
      this.filters.set(step, packFilters(this.weightsOf(weights), this.weightsOf(bias), model.shapes[weights]));
      model.weights[weights] = undefined;
    }
  }

  /**
   * @param picture rows of pixels of three channels, in the size and range that the model asks for.
   * @returns the model's outputs by name.
   */
  run(picture: Float32Array): Map<string, Float32Array> {
    const { operators, input, outputs, names } = this.model;
    return whileKept(this.places.size, (start) => {
      this.start = start;
      this.valueOf(input).set(picture);
      const counts = new Map<string, number>();
      for (const step of operators) {
        const number = counts.get(step.kind) ?? 0;
        counts.set(step.kind, number + 1);
        this.take(step, number, this.valueOf(step.output));
      }
      return new Map(outputs.map((tensor) => [names[tensor], this.valueOf(tensor).slice()]));
    });
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

  private valueOf(tensor: number): Float32Array {
    const offset = this.places.offsets[tensor];
    return offset < 0 ? this.weightsOf(tensor) : planeAt(this.start + 4 * offset, sizeOf(this.model, tensor));
  }

  private weightsOf(tensor: number): Float32Array {
    const weights = this.model.weights[tensor];
    if (!weights) throw new Error(`tensor ${tensor} is asked for before it is computed`);
    return weights;
  }
}
