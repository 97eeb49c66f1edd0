import { useState } from "react";
import { messages } from "@/app/_data/messages";

const t = messages.trace.pages;

/** The file as it was sent, as an image: whatever is in it, nothing of it runs. */
export function SourcePicture({ url, name }: { url: string; name: string }) {
  const [broken, setBroken] = useState(false);
  if (broken)
    return <p className="flex h-full items-center justify-center p-4 text-paper-ink text-sm">{t.noPicture}</p>;
  return (
    <img
      src={url}
      alt={t.sourceAlt(name)}
      onError={() => setBroken(true)}
      className="absolute inset-0 size-full object-contain"
    />
  );
}
