import { type MouseEvent, useCallback, useEffect, useRef, useState } from "react";
import { boxOf, type ShapeBox, shapeAt } from "./slide-geometry";

interface Props {
  svg: string;
  label: string;
  shapeId: number | null;
  onBox(box: ShapeBox | null): void;
  onShape(shapeId: number): void;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const pageOf = (svg: string): string =>
  `<!doctype html><meta http-equiv="content-security-policy" content="${policy}">` +
  `<style>html,body{margin:0;height:100%}svg{display:block;width:100%;height:100%}</style>${svg}`;

/**
 * A slide's picture whose shapes can be asked where they lie. It stands in a document of its own in which no script
 * runs and nothing is fetched: the sandbox allows this page to look in, and nothing else.
 */
export function SlideFrame({ svg, label, shapeId, onBox, onShape }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(0);
  const look = useCallback(() => {
    const page = frame.current?.contentDocument;
    onBox(page && shapeId !== null ? boxOf(page, shapeId) : null);
  }, [shapeId, onBox]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture has its shapes elsewhere.
  useEffect(look, [look, loaded]);
  const pick = (event: MouseEvent) => {
    const page = frame.current?.contentDocument;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const hit = page ? shapeAt(page, event.clientX - left, event.clientY - top) : null;
    if (hit !== null) onShape(hit);
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
