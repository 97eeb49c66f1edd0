import type { ReactNode } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { SheetView } from "@/lib/contracts/sheet";
import { Reveal } from "../../ui/reveal";
import { SourcePicture } from "../../ui/source-picture";
import type { Look } from "./viewer-actions";

interface Props {
  look: Look;
  name: string;
  sourceUrl: string;
  /** What came out. */
  result: ReactNode;
  /** Null of a slide, and until it is known. */
  sheet: SheetView | null;
  /** How much of the source is seen where both are, in percent of the page's width. */
  share: number;
  /** Pixels of the page for each of the screen. */
  unit: number;
}

/** What is seen of a page, each layer where it lies on the page: what is switched between stays in its place. */
export function PageLayers({ look, name, sourceUrl, result, sheet, share, unit }: Props) {
  const viewerMessages = useMessages("viewer");
  const source = (
    <div className="absolute" style={placeOnSheet(sheet)}>
      <SourcePicture url={sourceUrl} alt={viewerMessages.sourceAlt(name)} instead={viewerMessages.noSource} />
    </div>
  );
  if (look === "both") return <Reveal below={result} above={source} share={share} line={2 * unit} />;
  return (
    <>
      {result}
      {look === "source" && <div className="absolute inset-0 bg-paper">{source}</div>}
      {look === "paper" && sheet && sheet.margin_mm > 0 && (
        <div
          aria-hidden
          data-margin
          className="absolute border-paper-accent border-dashed"
          style={{ ...marginOn(sheet), borderWidth: unit }}
        />
      )}
    </>
  );
}

/** Slides take the source as large as it fits, as the frame of an image does by itself. */
function placeOnSheet(sheet: SheetView | null) {
  const box = sheet?.picture_mm;
  if (!sheet || !box) return { inset: 0 };
  const across = (mm: number) => `${(100 * mm) / sheet.width_mm}%`;
  const down = (mm: number) => `${(100 * mm) / sheet.height_mm}%`;
  return { left: across(box.left), top: down(box.top), width: across(box.width), height: down(box.height) };
}

const marginOn = ({ width_mm, height_mm, margin_mm }: SheetView) => ({
  left: `${(100 * margin_mm) / width_mm}%`,
  right: `${(100 * margin_mm) / width_mm}%`,
  top: `${(100 * margin_mm) / height_mm}%`,
  bottom: `${(100 * margin_mm) / height_mm}%`,
});
