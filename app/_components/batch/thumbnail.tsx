"use client";

import { ImageOff, Link2, PencilLine } from "lucide-react";
import { memo, useState } from "react";

interface Props {
  /** Null for what is still on the web, or is no file at all. */
  source: string | null;
  isPrompt: boolean;
}

/** The chosen file itself; some kinds (TIFF) no browser shows, and that is no error. */
export const Thumbnail = memo(function Thumbnail({ source, isPrompt }: Props) {
  const [hidden, setHidden] = useState(false);
  const Missing = isPrompt ? PencilLine : Link2;
  const Stand = source === null ? Missing : ImageOff;
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
});
