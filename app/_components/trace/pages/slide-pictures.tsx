import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getSlidePicture } from "@/app/_data/get-slide-picture";
import type { Messages } from "@/app/_data/messages/catalogue";
import { useMessages } from "@/app/_data/messages/use-messages";
import { apiRoot } from "@/app/_data/request";
import type { ItemView } from "@/lib/contracts/status";
import { ChoiceField } from "../../ui/choice-field";
import { SourcePicture } from "../../ui/source-picture";
import { Highlight } from "./highlight";
import { LaidOver } from "./laid-over";
import { PictureFrame } from "./picture-frame";
import { SlideFrame } from "./slide-frame";
import { type ShapeBox, slideOf } from "./slide-geometry";

type Mode = keyof Messages<"trace">["pages"]["modes"];
const modes: readonly Mode[] = ["beside", "over", "blink", "difference"];

interface Props {
  batchId: string;
  item: ItemView;
  /** The shapes to light up. */
  shapeIds: readonly number[];
  /** Hears of the shapes at a point, the innermost first. */
  onShapes(shapeIds: number[]): void;
}

/** Source and slide, in frames of the slide's shape: the source lies in its frame as it lies on the slide. */
export function SlidePictures({ batchId, item, shapeIds, onShapes }: Props) {
  const t = useMessages("trace").pages;
  const [mode, setMode] = useState<Mode>("beside");
  const [boxes, setBoxes] = useState<ShapeBox[]>([]);
  const page = item.index + 1;
  const drawn = item.artifacts.some(({ name }) => name.startsWith("previews/"));
  const { data: svg } = useQuery({
    queryKey: ["trace", batchId, "slide", page],
    queryFn: ({ signal }) => getSlidePicture(batchId, page, signal),
    enabled: drawn,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const sourceUrl = `${apiRoot}/batch/${encodeURIComponent(batchId)}/artifacts/pages/${page}/source`;
  const source = <SourcePicture url={sourceUrl} alt={t.sourceAlt(item.name)} instead={t.noPicture} />;
  const size = svg ? slideOf(svg) : { width: 16, height: 9 };
  const result = svg ? (
    <SlideFrame svg={svg} label={t.resultAlt(item.name)} shapeIds={shapeIds} onBoxes={setBoxes} onShapes={onShapes} />
  ) : (
    <p className="flex h-full items-center justify-center p-4 text-paper-ink text-sm">{t.noResult}</p>
  );
  const light = <Highlight boxes={boxes} />;
  return (
    <section aria-label={t.pictures} className="space-y-3">
      {svg && <ChoiceField<Mode> label={t.compare} values={modes} names={t.modes} value={mode} onChange={setMode} />}
      {mode === "beside" ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <PictureFrame title={t.source} {...size}>
            {source}
            {light}
          </PictureFrame>
          <PictureFrame title={t.result} {...size}>
            {result}
            {light}
          </PictureFrame>
        </div>
      ) : (
        <LaidOver mode={mode} size={size} source={source} result={result} light={light} />
      )}
    </section>
  );
}
