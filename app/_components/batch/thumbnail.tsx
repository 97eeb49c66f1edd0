"use client";

import { ImageOff, Link2 } from "lucide-react";
import { useState } from "react";

/** The chosen file itself; some kinds (TIFF) no browser shows, and that is no error. Null for what is still on the web. */
export function Thumbnail({ source }: { source: string | null }) {
  const [hidden, setHidden] = useState(false);
  const Stand = source === null ? Link2 : ImageOff;
  return (
    <span className="flex size-16 shrink-0 items-center justify-center overflow-hidden rounded-lg border border-hairline bg-paper text-paper-ink">
      {hidden || source === null ? (
        <Stand aria-hidden className="size-6" strokeWidth={1.5} />
      ) : (
        <img
          src={source}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-full object-contain"
          onError={() => setHidden(true)}
        />
      )}
    </span>
  );
}
