// Mutated and truncated SVGs through the whole conversion: node --import tsx tests/bench/deck/fuzz.ts [count] [seed]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { compiled } from "../../support/compiled";

/** Compiled, so that the memory of the process is that of the conversion and not of a compiler beside it. */
async function run(count: string, seed: string): Promise<number> {
  const [script, thread] = await Promise.all(
    ["fuzz-run", "fuzz-thread"].map((name) => compiled(`tests/bench/deck/${name}.ts`)),
  );
  try {
    const child = spawn(process.execPath, [script.file, thread.file, count, seed], { stdio: "inherit" });
    const [code] = await once(child, "exit");
    return code ?? 1;
  } finally {
    script.remove();
    thread.remove();
  }
}

const [, , count = "2000", seed = "1"] = process.argv;
process.exitCode = await run(count, seed);
