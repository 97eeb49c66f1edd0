import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bounded } from "./bounded";

export type Resvg = typeof import("@resvg/resvg-wasm").Resvg;
type ResvgModule = typeof import("@resvg/resvg-wasm");

/** How many instances stand ready: one that panicked is never used again, and a new one can only be had by waiting. */
const spares = 3;

/** Pages of 64 KiB that a drawing may take, 192 MB: some eleven layers of a whole slide at twice its pixels. */
const mostPages = 3_072;

/**
 * Instances of resvg's WebAssembly, each with a memory of its own. A panic in Rust leaves an instance in an unknown
 * state, so the next drawing takes the next instance; the compiled module is shared.
 */
export class Instances {
  private readonly ready: Resvg[] = [];
  private module: WebAssembly.Module | undefined;
  private filling: Promise<void> | undefined;
  private grown = false;

  /** The instance in use; undefined until `fill` has been awaited, or when all were retired since. */
  get current(): Resvg | undefined {
    return this.ready[0];
  }

  /** Never uses the current instance again and begins to make another. */
  retire(): void {
    this.ready.shift();
    this.grown = false;
    void this.fill();
  }

  /** The current instance has taken memory that it never gives back: it serves until the next `fill`. */
  outgrow(): void {
    this.grown = true;
  }

  /** Makes instances until enough stand ready, and one for each that has outgrown; cheap when there is nothing to do. */
  fill(): Promise<void> {
    if (this.grown) this.ready.shift();
    this.grown = false;
    if (this.ready.length >= spares) return Promise.resolve();
    this.filling ??= this.make().finally(() => {
      this.filling = undefined;
    });
    return this.filling;
  }

  private async make(): Promise<void> {
    while (this.ready.length < spares) this.ready.push(await this.instance());
  }

  /**
   * The package allows one initialisation a module, so each instance is a module loaded afresh: by a loader of its own,
   * since a loader holds on to all that it has loaded, and so to the memory of each instance.
   */
  private async instance(): Promise<Resvg> {
    // Looked up from the working directory, because bundlers rewrite require.resolve and import.meta.url.
    const require = createRequire(join(process.cwd(), "package.json"));
    const entry = require.resolve("@resvg/resvg-wasm");
    this.module ??= new WebAssembly.Module(
      bounded(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")), mostPages),
    );
    delete require.cache[entry];
    const { Resvg, initWasm } = require(entry) as ResvgModule;
    delete require.cache[entry];
    await initWasm(this.module);
    return Resvg;
  }
}
