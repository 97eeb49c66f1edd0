import { useLayoutEffect, useState } from "react";
import { useColours } from "./colours";
import { drawBars, type Picture } from "./draw-bars";

interface Props extends Omit<Picture, "width" | "height"> {
  /** Pixels from the top of all rows. */
  top: number;
  /** Rows that there is room for: a canvas whose size stays is not made anew. */
  room: number;
}

/** The picture beside the rows: it scrolls with them and is drawn anew when other rows or another time come in sight. */
export function Bars({ top, room, ...picture }: Props) {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const colours = useColours(canvas);
  const width = useWidth(canvas);
  const height = room * picture.rowHeight;
  useLayoutEffect(() => {
    const context = canvas?.getContext("2d");
    if (!canvas || !context || colours === null || width === 0) return;
    const scale = window.devicePixelRatio;
    const size = [Math.round(width * scale), Math.round(height * scale)];
    if (canvas.width !== size[0]) canvas.width = size[0];
    if (canvas.height !== size[1]) canvas.height = size[1];
    context.setTransform(scale, 0, 0, scale, 0, 0);
    drawBars(context, { ...picture, width, height }, colours);
  });
  return (
    <canvas
      ref={setCanvas}
      aria-hidden
      className="pointer-events-none forced-color-adjust-none absolute right-0 left-2 w-[calc(100%-1rem)] sm:left-[calc(23.5rem+2px)] sm:w-[calc(100%-23.5rem-2px)]"
      style={{ top, height }}
    />
  );
}

/** An element's width in CSS pixels. */
function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element === null) return;
    const look = () => setWidth(element.clientWidth);
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => resized.disconnect();
  }, [element]);
  return width;
}
