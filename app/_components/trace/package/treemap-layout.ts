import { hierarchy, treemap, treemapSquarify } from "d3-hierarchy";
import type { PackageParts } from "@/lib/contracts/trace";

export const folders = ["slides", "media", "frame"] as const;
export type Folder = (typeof folders)[number];

/** A part's place; in percent of the picture. `name` is null for the smaller parts together. */
export interface Tile {
  name: string | null;
  folder: Folder;
  bytes: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Leaf {
  name: string | null;
  folder: Folder;
  bytes: number;
}

type Branch = { children: (Branch | Leaf)[] };

/** Which kind of part it is, by where it stands in the package. */
export function folderOf(name: string): Folder {
  if (/^ppt\/slides\//.test(name)) return "slides";
  return name.startsWith("ppt/media/") ? "media" : "frame";
}

/** Parts as areas by their bytes in the package, those of one folder together. @param aspect width by height. */
export function tilesOf({ parts, compressed_bytes }: PackageParts, aspect: number): Tile[] {
  const leaves: Leaf[] = parts
    .filter((part) => part.compressed_bytes > 0)
    .map(({ name, compressed_bytes: bytes }) => ({ name, folder: folderOf(name), bytes }));
  const rest = compressed_bytes - leaves.reduce((sum, { bytes }) => sum + bytes, 0);
  if (rest > 0) leaves.push({ name: null, folder: "frame", bytes: rest });
  const tree: Branch = {
    children: folders.map((folder) => ({ children: leaves.filter((leaf) => leaf.folder === folder) })),
  };
  const root = hierarchy<Branch | Leaf>(tree, (node) => ("children" in node ? node.children : null))
    .sum((node) => ("children" in node ? 0 : node.bytes))
    .sort((one, other) => (other.value ?? 0) - (one.value ?? 0));
  const laid = treemap<Branch | Leaf>()
    .tile(treemapSquarify)
    .size([100 * aspect, 100])(root);
  return laid
    .leaves()
    .flatMap(({ data, x0, x1, y0, y1 }) =>
      "children" in data ? [] : [{ ...data, left: x0 / aspect, top: y0, width: (x1 - x0) / aspect, height: y1 - y0 }],
    );
}
