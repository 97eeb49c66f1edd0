import { Table } from "./flatbuffer";

/** One step of a network: what it does, and the tensors that it reads and writes, by number. */
export interface Operator {
  kind: string;
  inputs: number[];
  output: number;
  /** Whether windows reach over the edge so that the output has the input's size over the stride. */
  padsEdges: boolean;
  stride: number;
  /** Side of a pooling window. */
  window: number;
}

/** A network in TensorFlow Lite's format, with its weights as 32-bit floats. Shapes are rows, columns, channels. */
export interface Model {
  shapes: number[][];
  names: string[];
  /** Weights by tensor; undefined for what is computed. */
  weights: (Float32Array | undefined)[];
  operators: Operator[];
  input: number;
  outputs: number[];
}

/** Numbers of the schema (tensorflow/lite/schema/schema.fbs, version 3) for what the networks are made of. */
const kinds: Record<number, string> = {
  0: "add",
  1: "average",
  2: "concatenate",
  3: "convolve",
  4: "convolve each channel",
  6: "widen",
  14: "squash",
  17: "pool",
  18: "multiply",
  19: "relu",
  22: "reshape",
  23: "enlarge",
  34: "pad",
  45: "slice",
  54: "prelu",
  117: "swish",
};
/** A step of MediaPipe's own that the networks have besides. */
const ownKinds: Record<string, string> = { Convolution2DTransposeBias: "spread out" };
const half = 1;
const float = 0;

export function readModel(bytes: Uint8Array): Model {
  const root = Table.root(bytes);
  const kindOf = root.tables(1).map((code) => {
    const own = code.text(1);
    return own ? (ownKinds[own] ?? own) : kinds[Math.max(code.byte(0), code.int(3))];
  });
  const [graph] = root.tables(2);
  const buffers = root.tables(4);
  const tensors = graph.tables(0);
  const weights = tensors.map((tensor) => weightsOf(tensor, buffers[tensor.int(2)]));
  const operators: Operator[] = [];
  for (const step of graph.tables(3)) {
    const kind = kindOf[step.int(0)];
    const inputs = step.ints(1);
    const [output] = step.ints(2);
    // Half floats are widened as they are read.
    if (kind === "widen") {
      weights[output] = weights[inputs[0]];
      weights[inputs[0]] = undefined;
    } else operators.push({ kind, inputs, output, ...windowOf(kind, step.table(4)) });
  }
  return {
    shapes: tensors.map((tensor) => tensor.ints(0).slice(1)),
    names: tensors.map((tensor) => tensor.text(3)),
    weights,
    operators,
    input: graph.ints(1)[0],
    outputs: graph.ints(2),
  };
}

function windowOf(kind: string, options: Table | null): Pick<Operator, "padsEdges" | "stride" | "window"> {
  const isPool = kind === "pool";
  const moves = isPool || kind.startsWith("convolve");
  if (!moves || !options) return { padsEdges: false, stride: 1, window: 1 };
  return { padsEdges: options.byte(0) === 0, stride: options.int(1), window: isPool ? options.int(3) : 0 };
}

function weightsOf(tensor: Table, buffer: Table): Float32Array | undefined {
  const bytes = buffer.bytes(0);
  const type = tensor.byte(1);
  if (!bytes.length || (type !== half && type !== float)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return type === half
    ? widened(view)
    : Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}

/** Half floats (IEEE 754 binary16) as floats: their bits moved, and the exponent's bias with them. All are finite. */
function widened(halves: DataView): Float32Array {
  const floats = new Float32Array(halves.byteLength / 2);
  const bits = new Uint32Array(floats.buffer);
  for (let i = 0; i < floats.length; i++) {
    const value = halves.getUint16(2 * i, true);
    const sign = (value & 0x8000) << 16;
    if (value & 0x7c00) bits[i] = sign | (((value & 0x7fff) << 13) + (112 << 23));
    else floats[i] = (sign ? -1 : 1) * (value & 0x3ff) * 2 ** -24;
  }
  return floats;
}
