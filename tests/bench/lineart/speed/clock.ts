/** A process of its own, so that it can be held on one core: times the engine and sharp on one file, prints JSON. */
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { qualities } from "@/lib/contracts/terms/coloring";
import { drawPage, type Page } from "../engine";

const runs = 5;
/** Runs before those that count, for the compiler of a thread that goes on living. */
const warmings = 4;
const workingSide = 1000;

export interface Clocked {
  /** Processor seconds from a file's bytes to its PNG and SVG, by quality: the median of a warm thread's runs. */
  page: Record<string, number>;
  /** The same for the very first run, before anything is compiled. */
  cold: number;
  /** Milliseconds by stage, at standard. */
  stages: Record<string, number>;
  /** Seconds of sharp's decode, resize and PNG encode: to the working size, and to that of the printed page. */
  sharpToWorking: number;
  sharpToPage: number;
  /** Whether all runs gave the same bytes. */
  sameBytes: boolean;
}

/** Seconds of processor time: what the wall clock would show on a core that nobody else uses. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  for (let run = 0; run < warmings; run++) await work();
  const took: number[] = [];
  for (let run = 0; run < runs; run++) took.push(await timed(work));
  return took.sort((a, b) => a - b)[runs >> 1];
}

async function clock(path: string, asked: string[]): Promise<Clocked> {
  sharp.concurrency(1);
  sharp.cache(false);
  const file = await readFile(path);
  let first: Page | undefined;
  const cold = await timed(async () => {
    first = await drawPage(file, "picture.jpg");
  });
  const page: Clocked["page"] = {};
  let stages: Clocked["stages"] = {};
  let sameBytes = true;
  for (const quality of qualities.filter((name) => asked.includes(name))) {
    page[quality] = await median(async () => {
      const { times, png, svg } = await drawPage(file, "picture.jpg", { quality });
      if (quality !== "standard") return;
      stages = times;
      sameBytes &&= first?.png?.equals(png as Buffer) === true && first.svg?.equals(svg as Buffer) === true;
    });
  }
  const { width, height } = await sharp(first?.png).metadata();
  return {
    page,
    cold,
    stages,
    sharpToWorking: await median(() => sharp(file).resize(workingSide).png().toBuffer()),
    sharpToPage: await median(() => sharp(file).resize(width, height, { fit: "inside" }).png().toBuffer()),
    sameBytes,
  };
}

const [path, ...asked] = process.argv.slice(2);
clock(path, asked).then((clocked) => console.log(JSON.stringify(clocked)));
