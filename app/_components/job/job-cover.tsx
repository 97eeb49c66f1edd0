import { Images, Presentation } from "lucide-react";
import { useState } from "react";
import type { BatchView } from "@/lib/contracts/status";
import { smallUrl } from "./viewer/page-picture";

const icons = { coloring: Images, deck: Presentation };
/** Pixels: three for each of the frame's, for the finest screens. */
const width = 168;

/** A batch's first page or slide on a small sheet; what kind it is where there is none. */
export function JobCover({ kind, cover }: Pick<BatchView, "kind" | "cover">) {
  const [failed, setFailed] = useState<string>();
  const Icon = icons[kind];
  return (
    <span className="flex size-14 items-center justify-center rounded-lg bg-sunken">
      {cover && cover.url !== failed ? (
        <img
          src={smallUrl(cover, width)}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setFailed(cover.url)}
          className="max-h-12 max-w-12 bg-paper shadow-sm"
        />
      ) : (
        <Icon aria-hidden className="size-6 text-muted-foreground" strokeWidth={1.5} />
      )}
    </span>
  );
}
