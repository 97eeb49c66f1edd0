// How the timeline of a trace opens and moves in Chromium: the share of frames that come late, and what a frame costs
// the main thread in processor time, so that a busy machine does not count.
//
//   npm run bench:timeline [items]
import { chromium, type Page } from "@playwright/test";
import { chromiumPath } from "@/tests/support/browser";
import { writeLargeBatch } from "@/tests/support/large-batch";
import { TestServer } from "@/tests/support/server";
import { mainThreadMs, watchMainThread } from "./main-thread";

const items = Number(process.argv[2] ?? 910);
const openings = 5;
const frames = 300;
/** At 60 frames a second one has 16.7 ms; one that took half as long again was seen to be late. */
const lateMs = 25;
const zoomTurn = "{ deltaY: 60 * Math.cos(frame / 20), ctrlKey: true, clientX: 900, clientY: 600, cancelable: true }";

const server = await new TestServer().start();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"] });
try {
  const id = writeLargeBatch(server.data, items);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const address = `${server.origin}/jobs/${id}/trace`;
  await page.goto(address);
  const opened: Record<string, number>[] = [];
  for (let round = 0; round < openings; round++) opened.push(await open(page, address));
  console.log(`${items} items; opened ${openings} times, medians`);
  for (const name of Object.keys(opened[0]))
    console.log(`  ${name.padEnd(28)} ${median(opened.map((one) => one[name]))} ms`);
  await page.waitForTimeout(2_000);
  console.table({
    "nothing moves": await moved(page, ""),
    "rows scroll, 9,000 pixels/s": await moved(page, "box.scrollTop = 12000 + 3000 * Math.sin(frame / 20);"),
    "rows fly past, 30,000 pixels/s": await moved(page, "box.scrollTop = 12000 + 10000 * Math.sin(frame / 20);"),
    "time is zoomed": await moved(page, `box.dispatchEvent(new WheelEvent("wheel", ${zoomTurn}));`),
  });
} finally {
  await browser.close();
  await server.stop();
}

/** Milliseconds from the first byte asked for to the answer, the first rows and the processor time up to them. */
async function open(page: Page, address: string): Promise<Record<string, number>> {
  const session = await watchMainThread(page);
  const before = await mainThreadMs(session);
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForSelector("tbody tr");
  const rows = await page.evaluate(() => performance.now());
  const answer = await page.evaluate(() => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return entries.find(({ name }) => name.includes("parts=outline"))?.responseEnd ?? 0;
  });
  const spent = (await mainThreadMs(session)) - before;
  return {
    "outline is there": Math.round(answer),
    "first rows": Math.round(rows),
    "of it processor time": Math.round(spent),
  };
}

/** @param step a statement that moves `box` at the frame of a number; text, since the page runs it as it stands. */
async function moved(page: Page, step: string) {
  const session = await watchMainThread(page);
  const before = await mainThreadMs(session);
  const late = await page.evaluate<number>(`(async () => {
    const box = document.querySelector("[role=treegrid]").parentElement;
    let last = await new Promise(requestAnimationFrame);
    let late = 0;
    for (let frame = 0; frame < ${frames}; frame++) {
      ${step}
      const now = await new Promise(requestAnimationFrame);
      if (now - last > ${lateMs}) late++;
      last = now;
    }
    return late / ${frames};
  })()`);
  const cost = ((await mainThreadMs(session)) - before) / frames;
  return { "late frames": `${(100 * late).toFixed(1)} %`, "ms a frame": Number(cost.toFixed(2)) };
}

function median(values: number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1];
}
