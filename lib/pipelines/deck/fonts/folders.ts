import { type Dirent, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { config } from "@/lib/config";

/** Font folders of TRACEPRESS_FONTS and the system, for Linux, macOS and Windows; those that are missing hold nothing. */
export function systemFolders(): string[] {
  const home = homedir();
  return [
    ...config().fontFolders,
    join(home, ".local/share/fonts"),
    join(home, ".fonts"),
    "/usr/local/share/fonts",
    "/usr/share/fonts",
    join(home, "Library/Fonts"),
    "/Library/Fonts",
    "/System/Library/Fonts",
    join(process.env.WINDIR ?? "C:\\Windows", "Fonts"),
  ];
}

const deepest = 8;

/** Font files below a folder, by path, so that the order is the same everywhere. */
export function fontFiles(folder: string, depth = 0): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  entries.sort((first, second) => (first.name < second.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth < deepest ? fontFiles(path, depth + 1) : [];
    return /\.(?:ttf|otf|ttc|otc)$/i.test(entry.name) ? [path] : [];
  });
}
