import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { getSlidePicture } from "@/app/_data/get-slide-picture";
import { messages } from "@/app/_data/messages";
import { apiRoot } from "@/app/_data/request";
import type { ItemView } from "@/lib/contracts/status";
import { ChoiceField } from "../../ui/choice-field";
import { Highlight } from "./highlight";
import { SlideFrame } from "./slide-frame";
import { type ShapeBox, slideOf } from "./slide-geometry";
import { SourcePicture } from "./source-picture";

const t = messages.trace.pages;
type Mode = keyof typeof t.modes;
const modes: readonly Mode[] = ["beside", "over", "difference"];

interface Props {
  batchId: string;
  item: ItemView;
  /** The shape to light up. */
  shapeId: number | null;
  onShape(shapeId: number): void;
}

/** Source and slide, in frames of the slide's shape: the source lies in its frame as it lies on the slide. */
export function SlidePictures({ batchId, item, shapeId, onShape }: Props) {
  const [mode, setMode] = useState<Mode>("beside");
  const [share, setShare] = useState(50);
  const [box, setBox] = useState<ShapeBox | null>(null);
  const page = item.index + 1;
  const drawn = item.artifacts.some(({ name }) => name.startsWith("previews/"));
  const { data: svg } = useQuery({
    queryKey: ["trace", batchId, "slide", page],
    queryFn: ({ signal }) => getSlidePicture(batchId, page, signal),
    enabled: drawn,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const sourceUrl = `${apiRoot}/batch/${encodeURIComponent(batchId)}/artifacts/pages/${page}/source`;
  const source = <SourcePicture url={sourceUrl} name={item.name} />;
  const size = svg ? slideOf(svg) : { width: 16, height: 9 };
  const result = svg ? (
    <SlideFrame svg={svg} label={t.resultAlt(item.name)} shapeId={shapeId} onBox={setBox} onShape={onShape} />
  ) : (
    <p className="flex h-full items-center justify-center p-4 text-paper-ink text-sm">{t.noResult}</p>
  );
  const light = <Highlight box={shapeId === null ? null : box} />;
  return (
    <section aria-label={t.pictures} className="space-y-3">
      {svg && <ChoiceField<Mode> label={t.compare} values={modes} names={t.modes} value={mode} onChange={setMode} />}
      {mode === "beside" ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <Picture title={t.source} {...size}>
            {source}
            {light}
          </Picture>
          <Picture title={t.result} {...size}>
            {result}
            {light}
          </Picture>
        </div>
      ) : (
        <Picture title={`${t.source} / ${t.result}`} {...size}>
          {result}
          <div
            className="pointer-events-none absolute inset-0 bg-paper"
            style={mode === "over" ? { clipPath: `inset(0 ${100 - share}% 0 0)` } : { mixBlendMode: "difference" }}
          >
            {source}
          </div>
          {light}
        </Picture>
      )}
      {mode === "over" && (
        <input
          type="range"
          aria-label={t.slider}
          min={0}
          max={100}
          value={share}
          onChange={(event) => setShare(Number(event.target.value))}
          className="h-11 w-full accent-accent"
        />
      )}
    </section>
  );
}

function Picture({
  title,
  width,
  height,
  children,
}: {
  title: string;
  width: number;
  height: number;
  children: ReactNode;
}) {
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
