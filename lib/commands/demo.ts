// Runs Tracepress the way a first visitor would: starts the server, sends the bundled samples through the HTTP API,
// shows what happens, keeps what came out. `--once` ends the server afterwards; without it the server goes on.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { checkConfig } from "@/lib/config";
import { TracepressError } from "@/lib/errors";
import { ApiClient } from "./api-client";
import { listZip } from "./list-zip";
import { type ServerProcess, startServer } from "./server-process";

const once = process.argv.includes("--once");
const samples = "public/samples";
const pictures = /\.(jpe?g|png|webp|avif|gif|tiff?|heic|svg)$/i;

checkConfig();
try {
  await demonstrate(await startServer());
} catch (error) {
  if (!(error instanceof TracepressError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function demonstrate(server: ServerProcess): Promise<void> {
  try {
    const api = new ApiClient(server.origin);
    await colorSamples(api);
    await slideSamples(api);
    if (once) console.log("\nThe server ends now; npm start brings it back with both batches.");
    else console.log(`\nBatch tab    ${server.origin}/\nTracepress keeps running; press Ctrl-C to stop it.`);
  } catch (error) {
    await server.stop();
    // What it was doing broke off because it was told to stop.
    if (!server.told.aborted) throw error;
    process.exitCode = 1;
  }
  if (once) await server.stop();
  else await server.ended;
}

async function colorSamples(api: ApiClient): Promise<void> {
  const names = (await readdir(samples)).filter((name) => pictures.test(name)).sort();
  console.log(`\nColoring: ${names.length} pictures from ${samples}`);
  const items = [];
  for (const name of names) {
    const { file_id } = await api.upload(name, await readFile(join(samples, name)));
    items.push({ file: file_id, prompt: name.replace(/\.\w+$/, "").replaceAll("-", " ") });
  }
  const { batch_id } = await api.generate({ items, options: { include_pdf: true, caption: "prompt" } });
  await finish(api, batch_id);
}

async function slideSamples(api: ApiClient): Promise<void> {
  const folder = join(samples, "deck");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".svg")).sort();
  console.log(`\nDeck: ${names.length} SVGs from ${folder}`);
  const items = [];
  for (const name of names) items.push({ file: (await api.upload(name, await readFile(join(folder, name)))).file_id });
  const { batch_id } = await api.deck({ items, options: { title: "The harbour" } });
  await finish(api, batch_id);
  const path = join("out", `${batch_id}.pptx`);
  await writeFile(path, await api.artifact(batch_id, "deck.pptx"));
  console.log(`The deck     ${path}`);
}

/** Follows a batch to its end and keeps its ZIP and its trace. */
async function finish(api: ApiClient, batchId: string): Promise<void> {
  await api.follow(batchId, (event) => {
    console.log(`  ${String(event.progress_percent).padStart(5)} %  ${event.message}`);
  });
  const status = await api.status(batchId);
  if (status.processed !== status.total_items) throw new Error(`The demo's batch did not succeed: ${status.message}`);
  await keep(api, batchId);
  console.log(`The batch    ${api.origin}${status.links.page}`);
  const trace = join("out", `${batchId}-trace.json`);
  await writeFile(trace, await api.trace(batchId));
  console.log(`The trace    ${trace}, and to read at ${api.origin}${status.links.page}/trace`);
}

async function keep(api: ApiClient, batchId: string): Promise<void> {
  await mkdir("out", { recursive: true });
  const path = join("out", `${batchId}.zip`);
  await writeFile(path, await api.download(batchId));
  console.log(`\nSaved ${path}`);
  for (const { name, size } of await listZip(path)) console.log(`  ${String(size).padStart(9)}  ${name}`);
}
