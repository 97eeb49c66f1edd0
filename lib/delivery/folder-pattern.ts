import { TracepressError } from "@/lib/errors";
import type { PatternValues } from "./delivery";

const longest = 100;
const deepest = 10;

/**
 * Folder names of a pattern such as `Tracepress/{date}/{job_id}/`, outermost first. A value never makes a folder of
 * its own: slashes in a title become dashes. A part that comes out empty is left out.
 * @throws TracepressError `invalid_request` for a placeholder that does not exist, `.`, `..` or more than 10 folders.
 */
export function folderNames(pattern: string, values: PatternValues): string[] {
  const names = pattern
    .split("/")
    .map((part) => nameOf(part, values))
    .filter((name) => name !== "");
  if (names.includes(".") || names.includes("..")) throw wrong("may not contain . or ..");
  if (names.length > deepest) throw wrong(`may be at most ${deepest} folders deep`);
  return names;
}

function nameOf(part: string, values: PatternValues): string {
  const filled = part.replace(/\{([^{}]*)\}/g, (_whole, placeholder: string) => {
    if (!isPlaceholder(placeholder, values)) throw wrong(`knows {date}, {job_id} and {title}, not {${placeholder}}`);
    return values[placeholder].replace(/[/\\]/g, "-");
  });
  const clean = filled.normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "");
  return [...clean.trim()].slice(0, longest).join("").trim();
}

const isPlaceholder = (name: string, values: PatternValues): name is keyof PatternValues => Object.hasOwn(values, name);

const wrong = (sentence: string) => {
  const message = `drive_folder_pattern ${sentence}.`;
  return new TracepressError("invalid_request", message, { fields: [{ path: "drive_folder_pattern", message }] });
};
