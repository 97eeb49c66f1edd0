import type { TrayItem } from "./tray";

export type Repeats = ReadonlyMap<string, string>;

/**
 * Items whose bytes an item before them has too, by id, with that item's name.
 * @param last what this said before; said again while nothing changed, so that nothing is redrawn.
 */
export function repeatsOf(items: readonly TrayItem[], last: Repeats): Repeats {
  const first = new Map<string, string>();
  const repeats = new Map<string, string>();
  for (const { id, name, upload } of items) {
    if (upload.state !== "ready") continue;
    const earlier = first.get(upload.file.sha256);
    if (earlier === undefined) first.set(upload.file.sha256, name);
    else repeats.set(id, earlier);
  }
  const isSame = repeats.size === last.size && [...repeats].every(([id, name]) => last.get(id) === name);
  return isSame ? last : repeats;
}
