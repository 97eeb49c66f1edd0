/**
 * Measures the built-in line art model: boundaries against known outlines, finished pages, time and memory.
 *
 *   npm run bench:lineart -- [--only uded,scenes,icons,objects,pages,time] [--set tuned|reported] [--limit n] [--match text]
 *                            [--hands n] [--no-peers]
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { details } from "@/lib/contracts/terms/coloring";
import { boundaryRows } from "./boundary-rows";
import type { Evaluated } from "./evaluate";
import type { MeasuredSheet, SheetTask } from "./pages/measure-sheet";
import { pagesRow } from "./pages/rows";
import { pythonWithOpencv } from "./peers/opencv";
import { runTasks, type Task } from "./pool";
import { type Report, showReport } from "./report";
import { photos, samplesOf, sets } from "./samples";
import { scenes, splitOf, splits } from "./scenes";
import { takeTimes } from "./speed";

const out = "out/bench/lineart.json";
const parts = [...sets, "pages", "time"];

const { values: asked } = parseArgs({
  options: {
    only: { type: "string", default: parts.join(",") },
    set: { type: "string" },
    limit: { type: "string", default: "Infinity" },
    match: { type: "string", default: "" },
    hands: { type: "string", default: "2" },
    "no-peers": { type: "boolean", default: false },
  },
});
const limit = Number(asked.limit);
const pool = { hands: Number(asked.hands), withPeers: !asked["no-peers"] };
const isAsked = (part: string) => asked.only.split(",").includes(part);
const isWanted = ({ name, split }: { name: string; split: string }) =>
  name.includes(asked.match) && (!asked.set || asked.set === split);
const say = (what: string) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${what}`);

async function measure(): Promise<Report> {
  const report: Report = { boundary: [], pages: [], speed: null, skipped: [] };
  if (pool.withPeers && !pythonWithOpencv()) report.skipped.push("Canny: no Python with OpenCV (python3-opencv)");
  for (const set of sets.filter(isAsked)) {
    const found = samplesOf(set);
    if (typeof found === "string") {
      report.skipped.push(found);
      continue;
    }
    const chosen = found.flatMap((sample, index) => (isWanted(sample) ? { sample, index } : [])).slice(0, limit);
    const tasks = chosen.map(({ index }): Task => ({ kind: "sample", set, index }));
    const evaluated = await runTasks<Evaluated>(tasks, pool, (n) => say(`${set}: ${n} of ${tasks.length}`));
    const samples = chosen.map(({ sample }) => sample);
    if (samples.length) report.boundary.push(...boundaryRows(samples, evaluated));
    await save(report);
  }
  if (isAsked("pages")) await measurePages(report);
  await save(report);
  if (isAsked("time")) {
    report.speed = await takeTimes(say);
    report.skipped.push(...report.speed.skipped);
  }
  say("");
  return report;
}

async function measurePages(report: Report): Promise<void> {
  const groups = details.map((detail) => ({
    row: `photos, ${detail}`,
    tasks: photos().map(({ path }): SheetTask => ({ kind: "sheet", detail, source: { path } })),
  }));
  if (!photos().length) report.skipped.push("page measures of photos: no ../shared/photos");
  for (const split of splits) {
    const tasks = scenes.flatMap(({ name }, scene): SheetTask[] =>
      splitOf(scene) === split && isWanted({ name, split })
        ? [{ kind: "sheet", detail: "standard", source: { scene } }]
        : [],
    );
    groups.push({ row: `scenes ${split}, standard`, tasks });
  }
  for (const { row, tasks } of groups) {
    const chosen = tasks.slice(0, limit);
    const sheets = await runTasks<MeasuredSheet>(chosen, pool, (n) => say(`${row}: ${n} of ${chosen.length}`));
    if (sheets.length) report.pages.push(pagesRow(row, sheets));
    report.skipped.push(...sheets.flatMap(({ refusal }) => (refusal ? `page refused: ${refusal}` : [])));
  }
}

/** Writes what is known so far: a long run that fails late keeps its figures. */
async function save(report: Report): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, `${JSON.stringify(report, null, 1)}\n`);
}

measure().then(async (report) => {
  await save(report);
  console.log(showReport(report));
});
