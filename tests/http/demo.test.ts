import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { freePort } from "@/tests/support/free-port";

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), "tracepress-demo-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

/** `npm run demo -- --once` behind its set-up, and all it says. */
class Demo {
  said = "";
  private readonly child: ChildProcess;

  constructor(settings: Record<string, string>) {
    const args = ["--import", "tsx", "lib/commands/demo.ts", "--once"];
    this.child = spawn(process.execPath, args, {
      env: { ...process.env, ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on("data", (text) => (this.said += text));
    onTestFinished(() => void this.child.kill("SIGKILL"));
  }

  tell(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Its exit code, once all that it said has come. */
  async ended(): Promise<number | null> {
    const [code] = (await once(this.child, "close")) as [number | null];
    return code;
  }
}

it("the demo says in a sentence that its port is taken", async () => {
  const other = createServer((_request, response) => response.end()).listen(0, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const demo = new Demo({ PORT: String(port), TRACEPRESS_DATA: folder() });
  expect(await demo.ended()).toBe(1);
  const sentence = `Something already answers at http://127.0.0.1:${port}. Stop it first, or set PORT to a free port.`;
  expect(demo.said).toBe(`${sentence}\n`);
});

it("the demo says in a sentence that its data folder cannot be", async () => {
  const file = join(folder(), "file");
  writeFileSync(file, "");
  const demo = new Demo({ PORT: String(await freePort()), TRACEPRESS_DATA: join(file, "data") });
  expect(await demo.ended()).toBe(1);
  expect(demo.said).toMatch(/^Tracepress cannot start.*\n {2}TRACEPRESS_DATA: .*ENOTDIR.*\n$/);
});

it("the demo that is told to stop while pages are drawn takes its server along, and says nothing more", async () => {
  const port = await freePort();
  const demo = new Demo({ PORT: String(port), TRACEPRESS_DATA: folder() });
  await expect.poll(() => demo.said, { timeout: 60_000 }).toContain("Coloring: ");
  await expect.poll(() => demo.said, { timeout: 60_000 }).toContain(" %  ");
  demo.tell("SIGTERM");
  expect(await demo.ended()).toBe(1);
  expect(demo.said.trimEnd()).toMatch(/ % {2}[^\n]*$/);
  await expect(fetch(`http://127.0.0.1:${port}/api/health/live`)).rejects.toThrow("fetch failed");
});
