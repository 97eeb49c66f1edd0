import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

/** Ticks of the kernel's clock in a second; 100 on every Linux that Node runs on. */
const ticks = 100;

/** Processor time that a process has taken so far, all its threads together, and that of its children which ended. */
async function cpuTimes(pid: number): Promise<{ own: number; ended: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map((field) => Number(field) / ticks);
  return { own: user + system, ended: endedUser + endedSystem };
}

/** Processor time that a process has taken so far, all its threads together. */
export const cpuSeconds = async (pid: number): Promise<number> => (await cpuTimes(pid)).own;

/** Processor time that a server has taken so far in its process and in those that it started. */
export async function familyCpuSeconds(pid: number): Promise<number> {
  const { own, ended } = await cpuTimes(pid);
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8")).split(" ").filter(Boolean);
  const alive = await Promise.all(children.map((child) => cpuSeconds(Number(child)).catch(gone)));
  return alive.reduce((sum, one) => sum + one, own + ended);
}

/** A child that ended since it was listed is in its parent's figures. @throws any other reason. */
function gone(error: NodeJS.ErrnoException): number {
  if (error.code === "ENOENT" || error.code === "ESRCH") return 0;
  throw error;
}

/** Seconds that a process's first thread, which runs its event loop, has run and has waited for a core. */
export async function loopSeconds(pid: number): Promise<{ ran: number; waited: number }> {
  const [ran, waited] = (await readFile(`/proc/${pid}/task/${pid}/schedstat`, "utf8")).split(" ");
  return { ran: Number(ran) / 1e9, waited: Number(waited) / 1e9 };
}

/** Bytes of resident memory. */
export interface Memory {
  before: number;
  peak: number;
}

export async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

/** The most memory that a process had while `work` ran, looked at 20 times a second. */
export async function peakMemory(pid: number, work: () => Promise<void>): Promise<Memory> {
  const before = await residentBytes(pid);
  let peak = before;
  let working = true;
  const ended = work().finally(() => {
    working = false;
  });
  while (working) {
    peak = Math.max(peak, await residentBytes(pid));
    await Promise.race([delay(50), ended.catch(() => undefined)]);
  }
  await ended;
  return { before, peak };
}
