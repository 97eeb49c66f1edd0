import type { ReactNode } from "react";
import type { ZoomControl } from "./use-zoom";
import { useZoomGestures } from "./use-zoom-gestures";
import type { Extent } from "./zoom-view";

interface Props {
  control: ZoomControl;
  picture: Extent | null;
  /** What the picture consists of, laid over the whole of it. */
  children: ReactNode;
}

/** A picture that can be moved and zoomed to its pixels. From twice its size on, pixels are seen as they are. */
export function ZoomPane({ control, picture, children }: Props) {
  const { pane, view } = control;
  useZoomGestures(control);
  return (
    <div
      ref={pane}
      data-zoom-pane
      className="relative min-h-0 flex-1 cursor-grab touch-none overflow-hidden bg-sunken active:cursor-grabbing"
    >
      <div
        className={`absolute top-0 left-0 origin-top-left bg-paper shadow-md ${view ? "" : "invisible"} ${view && view.scale >= 2 ? "[&_img]:[image-rendering:pixelated]" : ""}`}
        style={
          view && picture
            ? { ...picture, transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }
            : undefined
        }
      >
        {children}
      </div>
    </div>
  );
}
