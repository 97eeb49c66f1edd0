// 5 GB through a ZIP download, beside `cat` of the same files, with an entry beyond 4 GB. Run: npm run bench:zip
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import { openPromise } from "yauzl";
import { TestServer } from "@/tests/support/server";
import { cpuSeconds, type Memory, peakMemory } from "./process";
import { layBatch } from "./zip-batch";

const MB = 1_000_000;
const mixed = Array.from({ length: 25 }, () => 30 * MB);
const sizes = [4_300 * MB, ...mixed];

interface Passage {
  what: string;
  seconds: number;
  server_cpu_seconds: number;
  memory: Memory;
}

const server = await new TestServer().start();
try {
  const { id, paths } = await layBatch(server.data, sizes);
  const url = `${server.origin}/api/v1/batch/${id}/download`;
  await cat(paths, "> /dev/null");
  const reading = await seconds(() => cat(paths, "> /dev/null"));
  const disk = ((sizes.length - 1) * mixed[0]) / (await seconds(() => pastTheCache(paths.slice(1))));
  const piped = await seconds(() => cat(paths, "| cat > /dev/null"));
  const passages = [
    await passage("first download", () => curl(url, "-o", "/dev/null")),
    await passage("next download", () => curl(url, "-o", "/dev/null")),
  ];
  const file = join(server.data, "saved.zip");
  await curl(url, "-o", file);
  const { size } = await stat(file);
  await truncate(file, Math.floor(size * 0.6));
  await curl(url, "-C", "-", "-o", file);
  const entries = await checked(file);
  const rows = passages.map(({ what, seconds, server_cpu_seconds, memory }) => ({
    what,
    seconds: round(seconds),
    "GB/s": round(size / 1e9 / seconds),
    "times cat": round(seconds / reading),
    "times cat through a pipe": round(seconds / piped),
    "server CPU s": round(server_cpu_seconds),
    "memory before MB": Math.round(memory.before / MB),
    "memory peak MB": Math.round(memory.peak / MB),
  }));
  const beside = [
    { what: "the disk itself, past the page cache", "GB/s": round(disk / 1e9) },
    { what: "cat", seconds: round(reading), "GB/s": round(size / 1e9 / reading) },
    {
      what: "cat through a pipe",
      seconds: round(piped),
      "GB/s": round(size / 1e9 / piped),
      "times cat": round(piped / reading),
    },
  ];
  console.table([...beside, ...rows]);
  const figures = { bytes: size, entries, largest_entry: sizes[0], beside, downloads: rows };
  console.log(`${(size / 1e9).toFixed(2)} GB, ${entries} entries, all checksums right after a resume at 60 %`);
  await mkdir("out/bench", { recursive: true });
  await writeFile("out/bench/zip.json", `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await server.stop();
}

async function passage(what: string, work: () => Promise<void>): Promise<Passage> {
  const pid = server.pid as number;
  const cpu = await cpuSeconds(pid);
  let took = 0;
  const memory = await peakMemory(pid, async () => {
    took = await seconds(work);
  });
  return { what, seconds: took, server_cpu_seconds: (await cpuSeconds(pid)) - cpu, memory };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function pastTheCache(paths: string[]): Promise<void> {
  for (const path of paths) {
    await promisify(execFile)("dd", [`if=${path}`, "of=/dev/null", "bs=1M", "iflag=direct", "status=none"]);
  }
}

/** A download reads the files and hands them to another process: beside it, the same without HTTP. */
async function cat(paths: string[], to: "> /dev/null" | "| cat > /dev/null"): Promise<void> {
  const child = spawn("sh", ["-c", `cat "$@" ${to}`, "sh", ...paths]);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`cat ended with ${code}`);
}

async function curl(url: string, ...args: string[]): Promise<void> {
  await promisify(execFile)("curl", ["--fail", "--silent", "--show-error", ...args, url]);
}

/** Reads every entry of a ZIP with another program's code. @returns how many there are. */
async function checked(path: string): Promise<number> {
  const zip = await openPromise(path);
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    let found = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) found = crc32(chunk as Buffer, found);
    if (found !== entry.crc32) throw new Error(`${entry.fileName} is damaged`);
    entries++;
  }
  return entries;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
