import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import lighthouse, { desktopConfig, type Result } from "lighthouse";
import { chromiumPath } from "./browser";
import { withoutWaiting } from "./fair-trace";
import { freePort } from "./free-port";

/** Scores out of 100, and kilobytes of script as they came over the wire. */
export interface Audit {
  performance: number;
  /** Milliseconds until the largest part of the page is seen. */
  seen_ms: number;
  /** Milliseconds for which the page could not answer a tap while it loaded. */
  blocked_ms: number;
  accessibility: number;
  best_practices: number;
  script_kb: number;
  /** Titles of the audits of accessibility and best practices that were not passed. */
  faults: string[];
}

interface Transferred {
  resourceType?: string;
  transferSize?: number;
}

/**
 * Runs Lighthouse on a page, as a phone on a slow line or as a desk computer. Its performance is the page's own: the time
 * in which the browser waited for a core is left out, while a server that answers late still counts.
 */
export async function audit(url: string, device: "phone" | "desktop"): Promise<Audit> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", `--remote-debugging-port=${port}`],
  });
  try {
    const { categories, audits } = await reportOf(url, port, device);
    const score = (name: string) => Math.round((categories[name].score ?? 0) * 100);
    const milliseconds = (name: string) => Math.round(audits[name].numericValue ?? 0);
    const unpassed = ["accessibility", "best-practices"].flatMap((name) =>
      categories[name].auditRefs
        .filter(({ weight }) => weight > 0)
        .flatMap(({ id }) => {
          const { score, scoreDisplayMode, title, errorMessage } = audits[id];
          if (scoreDisplayMode === "error") return [`${title} could not be audited: ${errorMessage}`];
          return score !== null && score < 0.9 ? [title] : [];
        }),
    );
    const requests = audits["network-requests"].details as { items: Transferred[] };
    const bytes = requests.items
      .filter(({ resourceType }) => resourceType === "Script")
      .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
    return {
      performance: score("performance"),
      seen_ms: milliseconds("largest-contentful-paint"),
      blocked_ms: milliseconds("total-blocking-time"),
      accessibility: score("accessibility"),
      best_practices: score("best-practices"),
      script_kb: Math.round(bytes / 100) / 10,
      faults: unpassed,
    };
  } finally {
    await browser.close();
  }
}

/** What Lighthouse says when Chromium has recorded a load without its beginning, which tells nothing of the page. */
const halfRecorded = "NO_NAVSTART";
const mostRecordings = 3;

async function reportOf(url: string, port: number, device: "phone" | "desktop"): Promise<Result> {
  for (let recording = 1; ; recording++) {
    const report = await recordedOnce(url, port, device);
    const isWhole = !Object.values(report.audits).some(({ errorMessage }) => errorMessage?.includes(halfRecorded));
    if (isWhole || recording === mostRecordings) return report;
  }
}

async function recordedOnce(url: string, port: number, device: "phone" | "desktop"): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "lighthouse-"));
  const onlyCategories = ["performance", "accessibility", "best-practices"];
  const flags = { port, onlyCategories, logLevel: "error", output: "json" } as const;
  const config = device === "desktop" ? desktopConfig : undefined;
  try {
    await lighthouse(url, { ...flags, gatherMode: folder }, config);
    await withoutWaiting(join(folder, "defaultPass.trace.json"));
    const result = await lighthouse(url, { ...flags, auditMode: folder }, config);
    if (!result) throw new Error(`Lighthouse said nothing of ${url}`);
    return result.lhr;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
