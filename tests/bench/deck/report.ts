import { fixed, table } from "../lineart/table";
import type { FlatRun } from "./flat-run";
import { faithful, type Look, type Looked } from "./look";
import { officeRow, type Speed } from "./speed";

/** Everything that one run of the bench found out; also what is written as JSON. */
export interface Report {
  looks: Look[];
  speed: Speed[];
  flat: FlatRun[];
  fuzz: string | null;
  skipped: string[];
}

/** @param listed whether every slide is named, worst first. */
export function showReport({ looks, speed, flat, fuzz, skipped }: Report, listed: boolean): string {
  const parts: string[] = [];
  if (looks.length) parts.push(lookTable(looks), reasonsLine(looks));
  if (speed.length) parts.push(speedTable(speed));
  if (flat.length) parts.push(flatTable(flat));
  if (fuzz) parts.push(`fuzzed: ${fuzz}`);
  if (listed) parts.push(...looks.map(list));
  return [...parts, ...skipped.map((what) => `skipped: ${what}`)].join("\n");
}

const head = ["set", "n", "mean", "≥ 0.85 %", "native %", "picture", "raster", "lost", "refused", "faults"];

function lookTable(looks: readonly Look[]): string {
  const rows = looks.flatMap(({ set, slides, faults }) => {
    const families = [...new Set(slides.map(({ family }) => family))];
    const parts = families.length > 1 ? families.map((family) => familyRow(family, slides)) : [];
    return [[...figures(set, slides), faults ? String(faults.length) : "–"], ...parts];
  });
  return table(
    "Decks: likeness of the slides, what their painted elements became, faults for Microsoft365",
    head,
    rows,
  );
}

const familyRow = (family: string, slides: readonly Looked[]) => [
  ...figures(
    `· ${family}`,
    slides.filter((slide) => slide.family === family),
  ),
  "",
];

function figures(row: string, slides: readonly Looked[]): string[] {
  const scores = slides.flatMap(({ score }) => (score === null ? [] : [score]));
  const sum = (tier: keyof Looked["tiers"]) => slides.reduce((total, { tiers }) => total + tiers[tier], 0);
  const painted = sum("native") + sum("picture") + sum("raster") + sum("lost");
  const mean = scores.reduce((total, score) => total + score, 0) / scores.length;
  const share = (100 * scores.filter((score) => score >= faithful).length) / scores.length;
  return [
    row,
    String(slides.length),
    fixed(mean, 4),
    fixed(share, 1),
    fixed((100 * sum("native")) / painted, 2),
    String(sum("picture")),
    String(sum("raster")),
    String(sum("lost")),
    String(slides.filter(({ slide }) => slide === null).length),
  ];
}

/** What is not just as the SVG says, the most frequent first. */
function reasonsLine(looks: readonly Look[]): string {
  return looks
    .map(({ set, slides }) => {
      const counts = new Map<string, number>();
      for (const { reasons } of slides) {
        for (const [reason, count] of Object.entries(reasons)) counts.set(reason, (counts.get(reason) ?? 0) + count);
      }
      const most = [...counts].sort((one, other) => other[1] - one[1]).slice(0, 12);
      return `not native, ${set}: ${most.map(([reason, count]) => `${reason} ${count}`).join(" · ") || "none"}`;
    })
    .join("\n");
}

/** How many times as fast as LibreOffice each is, by the clock and by processor time. */
function speedTable(speeds: readonly Speed[]): string {
  const office = speeds.find(({ what }) => what === officeRow);
  const times = (of: "wall" | "cpu", speed: Speed) => fixed(office ? office[of] / speed[of] : undefined, 1);
  const rows = speeds.map((speed) => [
    speed.what,
    String(speed.files),
    fixed(1000 * speed.wall, 2),
    times("wall", speed),
    fixed(1000 * speed.cpu, 2),
    times("cpu", speed),
  ]);
  return table("Time a file", ["what", "files", "ms", "× LibreOffice", "processor ms", "× LibreOffice"], rows);
}

function flatTable(runs: readonly FlatRun[]): string {
  const rows = runs.map(({ slides, millisecondsPerSlide, workedPerSlide, megabytes }) => [
    String(slides),
    fixed(millisecondsPerSlide, 2),
    fixed(workedPerSlide, 2),
    fixed(workedPerSlide / runs[0].workedPerSlide, 2),
    fixed(megabytes, 0),
  ]);
  return table(
    "Slides in one deck, each deck in a process of its own",
    ["slides", "ms/slide", "processor ms/slide", "ratio", "peak MB"],
    rows,
  );
}

function list({ slides }: Look): string {
  const sorted = [...slides].sort((one, other) => (one.score ?? 0) - (other.score ?? 0));
  return sorted
    .map(({ name, score, failure }) => `${fixed(score ?? undefined, 3)} ${name} ${failure}`.trimEnd())
    .join("\n");
}
