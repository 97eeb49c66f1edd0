import type { ReactNode } from "react";

interface Props {
  title: string;
  /** Only their proportion matters. */
  width: number;
  height: number;
  children: ReactNode;
}

/** A picture of a page on true white, under its name. */
export function PictureFrame({ title, width, height, children }: Props) {
  return (
    <figure className="min-w-0 space-y-1">
      <figcaption className="text-muted-foreground text-sm">{title}</figcaption>
      <div
        className="relative isolate overflow-hidden rounded-lg border border-hairline bg-paper"
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        {children}
      </div>
    </figure>
  );
}
