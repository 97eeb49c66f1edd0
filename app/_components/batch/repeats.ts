import type { TrayItem } from "./tray-item";

export type Repeats = ReadonlyMap<string, string>;

/**
 * Items whose bytes or whose address an item before them has too, by id, with that item's name.
 * @param last what this said before; said again while nothing changed, so that nothing is redrawn.
 */
export function repeatsOf(items: readonly TrayItem[], last: Repeats): Repeats {
  const first = new Map<string, string>();
  const repeats = new Map<string, string>();
  for (const { id, name, upload } of items) {
    const content = contentOf(upload);
    if (content === null) continue;
    const earlier = first.get(content);
    if (earlier === undefined) first.set(content, name);
    else repeats.set(id, earlier);
  }
  const isSame = repeats.size === last.size && [...repeats].every(([id, name]) => last.get(id) === name);
  return isSame ? last : repeats;
}

/** What an item is the same by as another; null while that is not known. */
function contentOf(upload: TrayItem["upload"]): string | null {
  if (upload.state === "ready") return upload.file.sha256;
  return upload.state === "address" ? upload.url : null;
}
