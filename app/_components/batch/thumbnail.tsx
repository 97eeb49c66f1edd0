"use client";

import { ImageOff, Link2, type LucideIcon, PencilLine } from "lucide-react";
import { memo, useState } from "react";
import type { TrayItem } from "./tray-item";
import { usePictureAddress } from "./use-picture-address";

/** What stands for a picture that is not there: of a prompt alone, of an address, of a file that no browser shows. */
function standIn({ upload }: TrayItem): LucideIcon {
  if (upload.state === "prompt") return PencilLine;
  return upload.state === "address" ? Link2 : ImageOff;
}

/** The chosen file itself, or the server's copy of it; what none can show (a broken one) is no error. */
export const Thumbnail = memo(function Thumbnail({ item }: { item: TrayItem }) {
  const address = usePictureAddress(item);
  const [hidden, setHidden] = useState(false);
  const Stand = standIn(item);
  const coming = item.file !== null && address === null && item.upload.state !== "refused";
  return (
    <span className="flex size-16 shrink-0 items-center justify-center overflow-hidden rounded-lg border border-hairline bg-paper text-paper-ink">
      {address !== null && !hidden && (
        <img
          src={address}
          alt=""
          decoding="async"
          className="size-full object-contain"
          onError={() => setHidden(true)}
        />
      )}
      {(hidden || address === null) && !coming && <Stand aria-hidden className="size-6" strokeWidth={1.5} />}
    </span>
  );
});
