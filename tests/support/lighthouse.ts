import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { chromium } from "@playwright/test";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromiumPath } from "./browser";

/** Scores out of 100, and kilobytes of script as they came over the wire. */
export interface Audit {
  performance: number;
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

/** Runs Lighthouse on a page, as a phone on a slow line or as a desk computer. Its performance is this machine's, too. */
export async function audit(url: string, device: "phone" | "desktop"): Promise<Audit> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", `--remote-debugging-port=${port}`],
  });
  try {
    const onlyCategories = ["performance", "accessibility", "best-practices"];
    const flags = { port, onlyCategories, logLevel: "error", output: "json" } as const;
    const result = await lighthouse(url, flags, device === "desktop" ? desktopConfig : undefined);
    if (!result) throw new Error(`Lighthouse said nothing of ${url}`);
    const { categories, audits } = result.lhr;
    const score = (name: string) => Math.round((categories[name].score ?? 0) * 100);
    const unpassed = ["accessibility", "best-practices"].flatMap((name) =>
      categories[name].auditRefs
        .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && (audits[id].score ?? 0) < 0.9)
        .map(({ id }) => audits[id].title),
    );
    const requests = audits["network-requests"].details as { items: Transferred[] };
    const bytes = requests.items
      .filter(({ resourceType }) => resourceType === "Script")
      .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
    return {
      performance: score("performance"),
      accessibility: score("accessibility"),
      best_practices: score("best-practices"),
      script_kb: Math.round(bytes / 100) / 10,
      faults: unpassed,
    };
  } finally {
    await browser.close();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
