import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

/** What setup.mjs says and ends with on a Node that says it has this version. */
function setUpOn(version: string) {
  const disguise = `Object.defineProperty(process, "version", { value: "${version}" })`;
  const args = ["--import", `data:text/javascript,${encodeURIComponent(disguise)}`, "lib/commands/setup.mjs"];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stderr };
}

it.each(["v18.20.8", "v20.14.0"])("every command says on Node %s which one it needs", (version) => {
  const sentence = `Tracepress needs Node 20.15 or later; this is ${version}. Get a newer one at https://nodejs.org.\n`;
  expect(setUpOn(version)).toEqual({ status: 1, stderr: sentence });
});
