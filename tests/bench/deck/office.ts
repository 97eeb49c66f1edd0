import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, parse } from "node:path";
import { promisify } from "node:util";
import { type Taken, timed } from "./timed";

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

/** LibreOffice opens an SVG as a drawing, for which it finds a presentation's filter only by its name. */
const filters = { pdf: "pdf", pptx: "pptx:Impress MS PowerPoint 2007 XML" };

/**
 * Runs LibreOffice once over files, with a profile of its own.
 * @param work a folder that it writes to.
 * @returns what that took.
 * @throws when a file was not converted: LibreOffice itself ends well even then.
 */
export async function convertedBy(to: keyof typeof filters, files: readonly string[], work: string): Promise<Taken> {
  const profile = `-env:UserInstallation=file://${work}/profile`;
  const how = ["--headless", profile, "--convert-to", filters[to], "--outdir", work];
  const taken = await timed("soffice", [...how, ...files]);
  const missing = files.filter((file) => !existsSync(join(work, `${parse(file).name}.${to}`)));
  if (missing.length) throw new Error(`LibreOffice made no ${to} of ${missing.length} of ${files.length} files.`);
  return taken;
}

/** The slides of a deck as pictures, 96 dots an inch, in order. @param work an empty folder that keeps them. */
export async function slidePictures(deck: string, work: string): Promise<string[]> {
  await convertedBy("pdf", [deck], work);
  const pdf = `${parse(deck).name}.pdf`;
  await run("pdftoppm", ["-png", "-r", "96", join(work, pdf), join(work, "slide")], { timeout: 1_800_000 });
  const pictures = (await readdir(work)).filter((file) => /^slide-\d+\.png$/.test(file));
  return pictures.sort((one, other) => numberOf(one) - numberOf(other)).map((file) => join(work, file));
}

const numberOf = (file: string) => Number(/(\d+)\.png$/.exec(file)?.[1]);
