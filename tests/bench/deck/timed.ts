import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Seconds of one run of a program, its start included. */
export interface Taken {
  wall: number;
  /** Processor time, of all it started too. */
  cpu: number;
}

/** Runs a program to its end. @throws when it fails. */
export async function timed(program: string, args: readonly string[]): Promise<Taken> {
  const begun = performance.now();
  // The shell's last line of output: minutes and seconds, in user and in system mode, of all that it ran.
  const { stdout } = await promisify(execFile)("sh", ["-c", '"$@" >&2 && times', "sh", program, ...args], {
    timeout: 1_800_000,
    maxBuffer: 1e8,
  });
  const wall = (performance.now() - begun) / 1000;
  const times = [...(stdout.trim().split("\n").at(-1) ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  if (times.length !== 2) throw new Error(`The shell said no times: ${stdout}`);
  return { wall, cpu: times.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0) };
}
