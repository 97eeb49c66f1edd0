import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A real Tracepress server, built for production, on a free port with its own data folder. */
export class TestServer {
  readonly data = mkdtempSync(join(tmpdir(), "tracepress-"));
  origin = "";
  /** Everything the server printed. */
  output = "";
  private child: ChildProcess | null = null;

  constructor(private readonly settings: Record<string, string> = {}) {}

  async start(): Promise<this> {
    const port = await freePort();
    this.origin = `http://127.0.0.1:${port}`;
    const env = { ...process.env, LOG_LEVEL: "warn", ...this.settings, PORT: String(port), TRACEPRESS_DATA: this.data };
    const child = spawn(process.execPath, ["app/_http/serve.mjs"], {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (this.output += chunk));
    this.child = child;
    await this.answering();
    return this;
  }

  /** Process id while it runs. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  get running(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Ends the process with a signal and resolves with its exit code, or null when the signal ended it. */
  async kill(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exit = once(child, "close"); // by then all it printed has come
    child.kill(signal);
    const [code] = (await exit) as [number | null];
    return code;
  }

  /** Ends the server and removes its data. */
  async stop(): Promise<void> {
    await this.kill("SIGKILL");
    rmSync(this.data, { recursive: true, force: true });
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return fetch(this.origin + path, init);
  }

  private async answering(): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += 100) {
      if (!this.running) break;
      const good = await this.fetch("/api/health/live").then(
        (response) => response.ok,
        () => false,
      );
      if (good) return;
      await delay(100);
    }
    await this.kill("SIGKILL"); // It may have hung, and nobody would end it.
    throw new Error(`The server did not start:\n${this.output}`);
  }
}
