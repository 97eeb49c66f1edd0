import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { BlobStore } from "@/lib/files/blobs";
import type { ArtifactDraft } from "@/lib/pipelines/pipeline";
import type { Task } from "@/lib/worker/messages";
import { ThreadPool } from "@/lib/worker/pool";
import { scenes } from "@/tests/bench/lineart/scenes";
import { toSharp } from "@/tests/bench/lineart/scenes/raster";
import { drawFlat } from "@/tests/bench/lineart/scenes/render";
import { startUnbuilt } from "@/tests/support/threads";
import { optionsWith, press } from "./press";

const names = ["kitchen", "elephant", "fish among weeds"];
const options = optionsWith({ quality: "draft", formats: ["png", "svg"] });
let folder: string;
let pictures: Buffer[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "threads-"));
  process.env.TRACEPRESS_DATA = folder;
  const chosen = scenes.filter(({ name }) => names.includes(name));
  pictures = await Promise.all(chosen.map((scene) => toSharp(drawFlat(scene, 480)).png().toBuffer()));
});

afterAll(() => rm(folder, { recursive: true }));

/** Name and SHA-256 of each file that came out. */
const hashes = (artifacts: ArtifactDraft[]) => artifacts.map(({ name, blob }) => `${name} ${blob.key}`).sort();

async function taskFor(picture: Buffer, index: number): Promise<Task> {
  const { key } = await new BlobStore(folder).write(picture);
  const job = { index, name: "picture.png", slug: "001-picture", prompt: "", source: key, options };
  return {
    kind: "coloring",
    parentSpanId: "0",
    type: "item",
    url: null,
    job: { ...job, attempt: 1, limits: { maxPixels: 1e8 } },
  };
}

/** Draws all pictures, so many at once: one after another they go to the pool's first thread. */
async function drawOn(pool: ThreadPool, atOnce: number): Promise<string[][]> {
  const drawn: string[][] = [];
  let next = 0;
  const work = async () => {
    while (next < pictures.length) {
      const index = next++;
      const task = await taskFor(pictures[index], index);
      const result = await pool.perform(task, new AbortController().signal);
      if (result.type === "failed") throw new Error(result.error.message);
      drawn[index] = hashes(result.artifacts);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return drawn;
}

test("the same pictures give the same bytes in this thread, on one of the pool's and on three at once", async () => {
  const here: string[][] = [];
  for (const picture of pictures) here.push(hashes((await press(picture, { options })).artifacts));
  // The page as document, PNG and SVG, and four pictures of its stages.
  expect(here.map((files) => files.length)).toEqual([7, 7, 7]);
  const pool = new ThreadPool(3, startUnbuilt);
  onTestFinished(() => pool.stop());
  expect(await drawOn(pool, 1)).toEqual(here);
  expect(await drawOn(pool, 3)).toEqual(here);
});
