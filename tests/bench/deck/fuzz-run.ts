/** Mutated and truncated SVGs through the whole conversion: node … THREAD COUNT SEED, where THREAD is the compiled thread. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SlideParts } from "@/lib/pipelines/deck/embed";
import { dice, mutated } from "../../support/mutate-svg";
import { Converter } from "./converter";
import { count, emptyTally, faultsIn } from "./fuzz-tally";

const own = "tests/cases/support";
const suite = "../shared/corpora/resvg-dev";
const slidesPerDeck = 200;
/** Where what went wrong is kept, and the slowest of all, to be looked at. */
const kept = join(tmpdir(), "deck-fuzz");

function svgsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".svg"))
    .sort()
    .map((name) => join(folder, name));
}

async function run(thread: string, mutants: number, seed: number): Promise<void> {
  mkdirSync(kept, { recursive: true });
  const sources = [...svgsIn(own), ...svgsIn(suite)];
  const roll = dice(seed);
  const tally = emptyTally();
  const converter = new Converter(thread);
  let batch: { name: string; svg: string; parts: SlideParts }[] = [];
  const keep = (name: string, text: string) => writeFileSync(join(kept, name), text);
  const check = async () => {
    const faults = await faultsIn(batch.map(({ parts }) => parts));
    if (faults.length > 0) {
      tally.invalid++;
      keep(
        `invalid-${seed}-${tally.mutants}.json`,
        JSON.stringify({ faults, slides: batch.map(({ name, svg }) => ({ name, svg })) }),
      );
    }
    batch = [];
  };
  for (let index = 0; index < mutants; index++) {
    const file = sources[Math.floor(roll() * sources.length)];
    const svg = mutated(readFileSync(file, "utf8"), roll);
    const name = `${seed}-${index}.svg`;
    const outcome = await converter.convert({ name, bytes: Buffer.from(svg) });
    if (count(tally, name, outcome)) keep(`slowest-${seed}.svg`, svg);
    if (outcome.kind === "slide") batch.push({ name, svg, parts: outcome.parts });
    if (outcome.kind === "crash" || outcome.kind === "hang") {
      keep(name, svg);
      console.error(`${outcome.kind} ${name} (${file})`, outcome.kind === "crash" ? outcome.message.slice(0, 600) : "");
    }
    if (batch.length === slidesPerDeck) await check();
  }
  await check();
  await converter.stop();
  const { refused, ...numbers } = tally;
  const peak_mb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.table([{ ...numbers, refused: JSON.stringify(refused), peak_mb }]);
  if (tally.crashes + tally.hangs + tally.invalid + tally.slow > 0) process.exitCode = 1;
}

const [, , thread, mutants, seed] = process.argv;
await run(thread, Number(mutants), Number(seed));
