import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, rmdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const run = (program: string, ...flags: string[]): string =>
  execFileSync(program, flags, { stdio: ["ignore", "pipe", "ignore"], encoding: "utf8" });

/** Puts a file system of 48 MB in a folder's place; false where only root may mount one and this is not root. */
export function mountSmallDisk(folder: string): boolean {
  try {
    run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", folder);
    return true;
  } catch {
    return false;
  }
}

export const unmount = (folder: string): string => run("umount", folder);

/** Writes a file until nothing more can be written. */
export function fill(path: string): void {
  for (const size of [1_000_000, 4_096, 1]) {
    try {
      for (;;) appendFileSync(path, Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    }
  }
}

const throttles = "/sys/fs/cgroup/blkio";

/** A disk of its own in a folder's place, which the kernel lets some processes write to only so fast. */
export class SlowDisk {
  private constructor(
    private readonly folder: string,
    private readonly image: string,
    private readonly group: string,
    private readonly device: string,
  ) {}

  /** @param bytesPerSecond at most. @returns null where this user or this kernel cannot slow a disk down. */
  static mount(folder: string, bytesPerSecond: number): SlowDisk | null {
    const image = `${folder}.img`;
    const group = join(throttles, `tracepress-chaos-${process.pid}`);
    try {
      mkdirSync(group);
    } catch {
      return null; // no such controller, or not ours to use
    }
    try {
      writeFileSync(image, "");
      truncateSync(image, 400_000_000);
      run("mkfs.ext4", "-q", "-F", image);
      run("mount", "-o", "loop", image, folder);
      const device = run("mountpoint", "-d", folder).trim();
      writeFileSync(join(group, "blkio.throttle.write_bps_device"), `${device} ${bytesPerSecond}`);
      return new SlowDisk(folder, image, group, device);
    } catch {
      rmdirSync(group);
      rmSync(image, { force: true });
      return null;
    }
  }

  /** From now on the process and its threads write that slowly. */
  slowDown(pid: number): void {
    writeFileSync(join(this.group, "cgroup.procs"), String(pid));
  }

  /** Bytes that were written under the limit. */
  written(): number {
    const served = readFileSync(join(this.group, "blkio.throttle.io_service_bytes"), "utf8");
    return Number(new RegExp(`^${this.device} Write (\\d+)$`, "m").exec(served)?.[1] ?? 0);
  }

  unmount(): void {
    unmount(this.folder);
    rmdirSync(this.group);
    rmSync(this.image);
  }
}
