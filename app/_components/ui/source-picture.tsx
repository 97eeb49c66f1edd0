import { useState } from "react";

/** Pixels across of a copy that every browser can show. */
const copyWidth = 2000;

interface Props {
  url: string;
  alt: string;
  /** Stands in its place where it is no picture that can be shown. */
  instead: string;
}

/** The file as it was sent, as an image: whatever is in it, nothing of it runs. What no browser shows (TIFF) comes as a copy. */
export function SourcePicture({ url, alt, instead }: Props) {
  const ways = [url, `${url}?width=${copyWidth}`];
  const [tried, setTried] = useState(0);
  if (tried === ways.length) {
    return <p className="flex h-full items-center justify-center p-4 text-paper-ink text-sm">{instead}</p>;
  }
  return (
    <img
      src={ways[tried]}
      alt={alt}
      draggable={false}
      onError={() => setTried(tried + 1)}
      className="absolute inset-0 size-full object-contain"
    />
  );
}
