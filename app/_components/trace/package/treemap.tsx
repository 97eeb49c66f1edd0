import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { PackageParts } from "@/lib/contracts/trace";
import { type Folder, folders, type Tile, tilesOf } from "./treemap-layout";

const aspect = 2.4;

const tones: Record<Folder, string> = {
  slides: "bg-accent text-accent-foreground",
  media: "bg-done text-surface",
  frame: "bg-muted-foreground text-surface",
};

/** Parts of the deck by their size in it. The table below says the same in words. */
export function Treemap({ parts }: { parts: PackageParts }) {
  const t = useMessages("trace").package;
  const tiles = tilesOf(parts, aspect);
  return (
    <div className="space-y-2">
      <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-sm">
        {folders.map((folder) => (
          <li key={folder} className="flex items-center gap-1.5">
            <span className={`size-3 forced-color-adjust-none rounded-sm ${tones[folder]}`} />
            {t.folders[folder]}
          </li>
        ))}
      </ul>
      <div
        role="img"
        aria-label={t.treemap}
        data-treemap
        className="relative overflow-hidden rounded-lg bg-surface"
        style={{ aspectRatio: aspect }}
      >
        {tiles.map((tile) => (
          <PartTile key={tile.name ?? ""} tile={tile} />
        ))}
      </div>
    </div>
  );
}

function PartTile({ tile: { name, folder, bytes, left, top, width, height } }: { tile: Tile }) {
  const t = useMessages("trace").package;
  const { size } = useFormats();
  const label = name ?? t.smaller;
  return (
    <div
      title={`${label}, ${size(bytes)}`}
      data-tile
      className="absolute p-px"
      style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
    >
      <div
        className={`size-full forced-color-adjust-none overflow-hidden rounded-[2px] text-xs leading-tight [container-type:size] ${tones[folder]}`}
      >
        <div className="hidden p-1 [@container_(width>=4rem)_and_(height>=2.375rem)]:block">
          <span className="block truncate">{label.split("/").at(-1)}</span>
          <span className="tabular block truncate">{size(bytes)}</span>
        </div>
      </div>
    </div>
  );
}
