import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestClient } from "../support/client";
import { TestServer } from "../support/server";

/** The curl commands of README's section on HTTP, in order, each on one line. */
function commands(): string[] {
  const readme = readFileSync("README.md", "utf8");
  const section = readme.slice(readme.indexOf("## Use it over HTTP"), readme.indexOf("| route | what it does |"));
  const blocks = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1]);
  const lines = blocks
    .join("\n")
    .replace(/\\\n\s*/g, "")
    .split("\n");
  return lines.filter((line) => line.startsWith("curl "));
}

let server: TestServer;
let folder: string;

beforeAll(async () => {
  server = await new TestServer().start();
  folder = mkdtempSync(join(tmpdir(), "readme-"));
  copyFileSync("public/samples/cat.jpg", join(folder, "cat.jpg"));
  copyFileSync("public/samples/deck/2-chart.svg", join(folder, "chart.svg"));
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe("the commands that README shows", () => {
  it("work one after the other, as a reader would run them", async () => {
    const api = new TestClient(server);
    const known = { file: "", batch: "" };
    const run = promisify(execFile);
    const all = commands();
    expect(all.length).toBeGreaterThan(8);
    for (const line of all) {
      if (known.batch !== "" && !line.includes("-X POST")) await api.finished(known.batch);
      const command = line
        .replaceAll("http://127.0.0.1:3000", server.origin)
        .replaceAll("file_…", known.file)
        .replaceAll("batch_…", known.batch);
      const { stdout } = await run("bash", ["-c", `${command} --fail --silent --show-error`], { cwd: folder });
      known.file = /"file_id":"([^"]+)"/.exec(stdout)?.[1] ?? known.file;
      known.batch = /"batch_id":"([^"]+)"/.exec(stdout)?.[1] ?? known.batch;
    }
    expect(readFileSync(join(folder, "The harbour.pptx")).subarray(0, 2).toString()).toBe("PK");
  });
});
