// A process of its own that makes a deck of one file and tells what it took: [svg] [pptx]
import { existsSync, readFileSync } from "node:fs";
import { deckOptionsSchema } from "@/lib/contracts/deck";
import { convertDeck } from "@/lib/pipelines/deck/convert";
import { FontBook } from "@/lib/pipelines/deck/fonts";

/** Linux tells the peak of this program alone; `maxRSS` still holds that of the process it was forked from. */
function peakMegabytes(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}

const [svg, pptx] = process.argv.slice(2);
const sources = [{ name: svg, bytes: readFileSync(svg) }];
const elements: number[] = [];
convertDeck(sources, deckOptionsSchema.parse({}), pptx, {
  fonts: new FontBook(),
  onSlide: ({ mapped }) => void elements.push(mapped.length),
}).then(
  () => console.log(JSON.stringify({ elements: elements[0], peak_mb: peakMegabytes() })),
  ({ code }: { code: string }) => console.log(JSON.stringify({ code, peak_mb: peakMegabytes() })),
);
