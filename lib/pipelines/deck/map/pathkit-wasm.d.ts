/** The part of pathkit-wasm (Skia's path operations) that is used here; the package brings no types. */
declare module "pathkit-wasm/bin/pathkit.js" {
  export interface PathKitPath {
    setFillType(type: unknown): void;
    /** Null when Skia could not do it. */
    simplify(): PathKitPath | null;
    op(other: PathKitPath, operation: unknown): PathKitPath | null;
    stroke(options: {
      width: number;
      join: unknown;
      cap: unknown;
      miter_limit: number;
      res_scale?: number;
    }): PathKitPath | null;
    toCmds(): number[][];
    /** Frees its memory in the WebAssembly heap, which no garbage collector sees. */
    delete(): void;
  }

  export interface PathKit {
    /** A path of so many numbers at a place of the heap: verbs, each with its points. */
    _FromCmds(place: number, count: number): PathKitPath | null;
    /** Room in the heap: its place in bytes. */
    _malloc(bytes: number): number;
    _free(place: number): void;
    HEAPF32: Float32Array;
    FillType: { WINDING: unknown; EVENODD: unknown };
    PathOp: { DIFFERENCE: unknown; INTERSECT: unknown; UNION: unknown; XOR: unknown };
    StrokeJoin: { MITER: unknown; ROUND: unknown; BEVEL: unknown };
    StrokeCap: { BUTT: unknown; ROUND: unknown; SQUARE: unknown };
  }

  const init: (options: { wasmBinary: Uint8Array }) => Promise<PathKit>;
  export default init;
}
