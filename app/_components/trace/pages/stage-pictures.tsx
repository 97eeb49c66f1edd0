import { useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";

export interface StagePicture {
  title: string;
  url: string;
  alt: string;
}

/** The stages of a page as a strip of pictures, the chosen one large. It opens on the last: what came out. */
export function StagePictures({ pictures }: { pictures: StagePicture[] }) {
  const t = useMessages("trace").pages;
  const [place, setPlace] = useState(pictures.length - 1);
  const large = pictures[Math.min(place, pictures.length - 1)];
  return (
    <section aria-label={t.pictures} className="space-y-3">
      <figure className="space-y-1">
        <figcaption className="text-muted-foreground text-sm">{large.title}</figcaption>
        <div className="relative aspect-[4/3] overflow-hidden rounded-lg border border-hairline bg-paper">
          <img src={large.url} alt={large.alt} className="absolute inset-0 size-full object-contain" />
        </div>
      </figure>
      <ol className="grid grid-cols-[repeat(auto-fit,minmax(6rem,1fr))] gap-2">
        {pictures.map(({ title, url }, index) => (
          <li key={title}>
            <button
              type="button"
              aria-pressed={index === place}
              onClick={() => setPlace(index)}
              className="group block w-full space-y-1 rounded-lg p-1 text-left text-xs hover:bg-hover aria-pressed:bg-accent-soft"
            >
              <span className="relative block aspect-[4/3] overflow-hidden rounded-md border border-hairline bg-paper group-aria-pressed:border-accent">
                <img src={url} alt="" className="absolute inset-0 size-full object-contain" />
              </span>
              <span className="block font-medium leading-tight group-aria-pressed:text-accent">
                {index + 1}. {title}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
