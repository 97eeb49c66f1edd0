"use client";

import { ImageOff } from "lucide-react";
import { useState } from "react";

/** The chosen file itself; some kinds (TIFF) no browser shows, and that is no error. */
export function Thumbnail({ source }: { source: string }) {
  const [hidden, setHidden] = useState(false);
  return (
    <span className="flex size-16 shrink-0 items-center justify-center overflow-hidden rounded-lg border border-hairline bg-paper text-paper-ink">
      {hidden ? (
        <ImageOff aria-hidden className="size-6" strokeWidth={1.5} />
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
