import { execFile, spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { opencvScript, pythonWithOpencv } from "../peers/opencv";
import { bundle } from "./bundle";
import type { Clocked } from "./clock";
import { bigPictures, shrunk } from "./pictures";

/** Seconds. */
export interface OpencvTimes {
  pencilSketch: number;
  decodePencilSketchEncode: number;
  decodeCannyEncode: number;
}

export interface Speed {
  pictures: { name: string; engine: Clocked; opencv: OpencvTimes | null }[];
  /** Seconds at standard by megapixels of the picture that comes in. */
  byMegapixels: Record<string, number>;
  /** Peak of the resident memory in MB by number of slots, of a process bundled as the product is; 0 is the bare one. */
  memory: Record<string, number>;
  /** Why something is missing. */
  skipped: string[];
}

const run = promisify(execFile);
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** The last core, by itself, where the machine can do that. */
const pin = spawnSync("taskset", ["-c", "0", "true"]).status === 0 ? ["taskset", "-c", "0"] : [];

/** Runs a program that answers in JSON; of one that fails, the line that says why is the error. */
async function ask<Answer>(...command: string[]): Promise<Answer> {
  const { stdout } = await run(command[0], command.slice(1), { maxBuffer: 1e8 }).catch((failed: { stderr: string }) => {
    throw new Error(/\w*Error: .*/.exec(failed.stderr)?.[0] ?? failed.stderr);
  });
  return JSON.parse(stdout) as Answer;
}

/** Bundled too: a loader of TypeScript names every function anew each time it is made, which the product does not. */
async function clock(path: string, ...qualities: string[]): Promise<Clocked> {
  const folder = await bundle({ clock: here("clock.ts") });
  return ask<Clocked>(...pin, process.execPath, join(folder, "clock.mjs"), path, ...qualities);
}

async function peakMegabytes(path: string, slots: number): Promise<number> {
  const folder = await bundle({ slots: here("slots.ts"), thread: here("../../../../lib/worker/thread.ts") });
  const peak = await ask<{ peakMegabytes: number }>(process.execPath, join(folder, "slots.mjs"), path, String(slots));
  return peak.peakMegabytes;
}

/** Times the engine, sharp and OpenCV on the same files, one after another on one core. */
export async function takeTimes(say: (what: string) => void): Promise<Speed> {
  const skipped = pin.length ? [] : ["taskset is not there: nothing holds the runs on one core"];
  const files = await bigPictures();
  const python = pythonWithOpencv();
  if (!python) skipped.push("OpenCV (python3-opencv) is not there");
  const speed: Speed = { pictures: [], byMegapixels: {}, memory: {}, skipped };
  const attempt = async (what: string, work: () => Promise<void>) => {
    say(what);
    await work().catch((error: Error) => skipped.push(`${what}: ${error.message}`));
  };
  for (const { name, path } of files) {
    await attempt(name, async () => {
      const engine = await clock(path, "draft", "standard", "high");
      const opencv = python ? await ask<OpencvTimes>(...pin, python, opencvScript, "time", path, "1000", "750") : null;
      speed.pictures.push({ name, engine, opencv });
    });
  }
  const { path } = files[files.length - 1];
  for (const megapixels of [0.2, 0.75, 3, 6, 12]) {
    await attempt(`${megapixels} MP`, async () => {
      speed.byMegapixels[megapixels] = (await clock(await shrunk(path, megapixels), "standard")).page.standard;
    });
  }
  for (const slots of [0, 1, 2]) {
    await attempt(`${slots} slots`, async () => {
      speed.memory[slots] = await peakMegabytes(path, slots);
    });
  }
  await rm(dirname(files[0].path), { recursive: true });
  return speed;
}
