import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Picture } from "../scenes/render";

export const opencvScript = fileURLToPath(new URL("opencv.py", import.meta.url));

let found: string | null | undefined;

/** A Python that can import OpenCV (Debian: python3-opencv), or null. */
export function pythonWithOpencv(): string | null {
  found ??=
    ["python3", "/usr/bin/python3"].find((python) => spawnSync(python, ["-c", "import cv2"]).status === 0) ?? null;
  return found;
}

/** Upper thresholds of Canny that are tried; its free parameter. */
export const cannyLevels = [30, 45, 60, 80, 110, 150, 200];

/** Canny's detector as OpenCV has it, in a process of its own that takes picture after picture. */
export class Canny {
  readonly #process: ChildProcessWithoutNullStreams;

  constructor(python: string) {
    this.#process = spawn(python, [opencvScript, "canny"]);
  }

  /** One map for each level, not 0 = edge. One request at a time. */
  async edges({ rgb, width, height }: Picture, levels = cannyLevels): Promise<Uint8Array[]> {
    const size = width * height;
    const answer = this.#receive(size * levels.length);
    this.#process.stdin.write(Buffer.from(Uint32Array.of(width, height, levels.length, ...levels).buffer));
    this.#process.stdin.write(rgb);
    const maps = await answer;
    return levels.map((_, i) => maps.subarray(i * size, (i + 1) * size));
  }

  #receive(length: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let received = 0;
      const fail = (code: number | null) => reject(new Error(`OpenCV ended with ${code}.`));
      const take = (chunk: Buffer) => {
        chunks.push(chunk);
        received += chunk.length;
        if (received < length) return;
        this.#process.stdout.off("data", take);
        this.#process.off("exit", fail);
        resolve(Buffer.concat(chunks));
      };
      this.#process.stdout.on("data", take);
      this.#process.once("exit", fail);
    });
  }

  close(): void {
    this.#process.stdin.end();
  }
}
