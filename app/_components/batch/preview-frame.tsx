import { ImageOff } from "lucide-react";
import { type ReactNode, useState } from "react";

interface Props {
  caption: string;
  /** Address of the picture; null while there is none. */
  source: string | null;
  alt: string;
  /** What lies over the picture, or stands in its place. */
  children?: ReactNode;
}

/** A picture on white paper, as large as its place allows, with a word under it. */
export function PreviewFrame({ caption, source, alt, children }: Props) {
  // What only says that it is a picture is none.
  const [hidden, setHidden] = useState<string | null>(null);
  return (
    <figure className="min-w-0 space-y-1.5">
      <div className="relative flex aspect-[3/2] items-center justify-center overflow-hidden rounded-xl border border-hairline bg-sunken p-2 lg:p-3">
        {source && source !== hidden && (
          <img
            src={source}
            alt={alt}
            decoding="async"
            className="max-h-full max-w-full bg-paper object-contain shadow-md"
            onError={() => setHidden(source)}
          />
        )}
        {source && source === hidden && (
          <ImageOff role="img" aria-label={alt} className="size-10 text-muted-foreground" strokeWidth={1.25} />
        )}
        {children}
      </div>
      <figcaption className="text-center text-muted-foreground text-sm">{caption}</figcaption>
    </figure>
  );
}
