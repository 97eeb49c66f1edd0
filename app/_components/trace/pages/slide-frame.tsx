import { type MouseEvent, useCallback, useEffect, useRef, useState } from "react";
import { frameStyle } from "./frame-style";
import { boxesOf, type ShapeBox, shapesAt } from "./slide-geometry";

interface Props {
  svg: string;
  label: string;
  shapeIds: readonly number[];
  onBoxes(boxes: ShapeBox[]): void;
  /** Hears of the shapes at a point, the innermost first. */
  onShapes(shapeIds: number[]): void;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const pageOf = (svg: string): string =>
  `<!doctype html><meta http-equiv="content-security-policy" content="${policy}">` +
  `<style>${frameStyle}</style>${svg}`;

/**
 * A slide's picture whose shapes can be asked where they lie. It stands in a document of its own in which no script
 * runs and nothing is fetched: the sandbox allows this page to look in, and nothing else.
 */
export function SlideFrame({ svg, label, shapeIds, onBoxes, onShapes }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(0);
  const wanted = shapeIds.join(" ");
  const look = useCallback(() => {
    const page = frame.current?.contentDocument;
    onBoxes(page && wanted !== "" ? boxesOf(page, wanted.split(" ").map(Number)) : []);
  }, [wanted, onBoxes]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture has its shapes elsewhere.
  useEffect(look, [look, loaded]);
  const pick = (event: MouseEvent) => {
    const page = frame.current?.contentDocument;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    if (page) onShapes(shapesAt(page, event.clientX - left, event.clientY - top));
  };
  return (
    <>
      <iframe
        ref={frame}
        title={label}
        tabIndex={-1}
        sandbox="allow-same-origin"
        srcDoc={pageOf(svg)}
        onLoad={() => setLoaded((times) => times + 1)}
        className="absolute inset-0 size-full border-0"
      />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a shortcut for the pointer; every element is a button in the table. */}
      <div className="absolute inset-0 cursor-crosshair" data-slide-picker onClick={pick} />
    </>
  );
}
