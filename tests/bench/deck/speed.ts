import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compiled } from "../../support/compiled";
import { takeBatch } from "./batch";
import { convertedBy } from "./office";
import type { Sample } from "./samples";
import { type Taken, timed } from "./timed";

/** What one file took, in seconds. */
export interface Speed extends Taken {
  what: string;
  files: number;
}

export const officeRow = "LibreOffice, a picture on a slide each";

/** LibreOffice stops at the 248th file of a call, and says that all went well. */
const filesPerCall = 240;

/**
 * The same files to one deck, to LibreOffice's pictures on slides, and as a batch of the server: each in a process of its
 * own whose start counts, but for the server, which is there.
 * @param withOffice whether LibreOffice is installed; without it, its row is left out.
 */
export async function takeSpeed(samples: readonly Sample[], withOffice: boolean): Promise<Speed[]> {
  const work = await mkdtemp(join(tmpdir(), "deck-speed-"));
  try {
    const files = await written(samples, join(work, "svg"));
    const each = (what: string, { wall, cpu }: Taken): Speed => ({
      what,
      files: files.length,
      wall: wall / files.length,
      cpu: cpu / files.length,
    });
    const rows = [each("one deck", await ownSpeed(join(work, "svg"), join(work, "deck.pptx")))];
    if (withOffice) rows.push(each(officeRow, await officeSpeed(files, join(work, "office"))));
    if (!isBuilt()) return rows;
    rows.push(each("a batch", await takeBatch(samples, { generate_previews: false })));
    rows.push(each("a batch with previews", await takeBatch(samples, { generate_previews: true })));
    return rows;
  } finally {
    await rm(work, { recursive: true });
  }
}

/** Whether there is a server to send a batch to. */
export const isBuilt = () => existsSync(".next/BUILD_ID");

async function written(samples: readonly Sample[], folder: string): Promise<string[]> {
  await mkdir(folder);
  const files = samples.map((_, i) => join(folder, `${String(i).padStart(5, "0")}.svg`));
  await Promise.all(samples.map(({ bytes }, i) => writeFile(files[i], bytes)));
  return files;
}

async function ownSpeed(folder: string, output: string): Promise<Taken> {
  const script = await compiled("tests/bench/deck/fast-run.ts", true);
  try {
    return await timed(process.execPath, [script.file, folder, output]);
  } finally {
    script.remove();
  }
}

/** In as few calls as it takes; their times together. */
async function officeSpeed(files: readonly string[], work: string): Promise<Taken> {
  await mkdir(work);
  const sum: Taken = { wall: 0, cpu: 0 };
  for (let from = 0; from < files.length; from += filesPerCall) {
    const { wall, cpu } = await convertedBy("pptx", files.slice(from, from + filesPerCall), work);
    sum.wall += wall;
    sum.cpu += cpu;
  }
  return sum;
}
