import { execFile, execFileSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What judges how slides look and is not installed, by name; null when all is there. */
export function judgeAbsent(): string | null {
  const absent = [
    ["soffice", "--version"],
    ["pdftoppm", "-v"],
  ].filter(([program, flag]) => !starts(program, flag));
  return absent.length ? absent.map(([program]) => `${program} is not installed`).join(", ") : null;
}

function starts(program: string, flag: string): boolean {
  try {
    execFileSync(program, [flag], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Runs LibreOffice once over files, with a profile of its own. @param work an empty folder that it may write in. */
export async function soffice(to: "pdf" | "pptx", files: readonly string[], work: string): Promise<void> {
  const profile = `-env:UserInstallation=file://${work}/profile`;
  await run("soffice", ["--headless", profile, "--convert-to", to, "--outdir", work, ...files], { timeout: 1_800_000 });
}

/** The slides of a deck as pictures, 96 dots an inch, in order. @param work an empty folder that keeps them. */
export async function slidePictures(deck: string, work: string): Promise<string[]> {
  await soffice("pdf", [deck], work);
  const pdf = (await readdir(work)).find((file) => file.endsWith(".pdf"));
  if (!pdf) throw new Error("LibreOffice made no PDF of the deck.");
  await run("pdftoppm", ["-png", "-r", "96", join(work, pdf), join(work, "slide")], { timeout: 1_800_000 });
  const pictures = (await readdir(work)).filter((file) => /^slide-\d+\.png$/.test(file));
  return pictures.sort((one, other) => numberOf(one) - numberOf(other)).map((file) => join(work, file));
}

const numberOf = (file: string) => Number(/(\d+)\.png$/.exec(file)?.[1]);
