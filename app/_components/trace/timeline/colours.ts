import { useEffect, useState } from "react";
import type { SegmentLook } from "@/lib/trace/segments";

/** The tokens of the theme as a canvas takes them. */
export interface Colours {
  foreground: string;
  control: string;
  hairline: string;
  fills: Record<SegmentLook, string | CanvasPattern>;
}

/** The colours of a canvas, read again when the theme changes; null until there is one. */
export function useColours(canvas: HTMLCanvasElement | null): Colours | null {
  const [colours, setColours] = useState<Colours | null>(null);
  useEffect(() => {
    if (canvas === null) return;
    const read = () => setColours(coloursOf(canvas));
    read();
    const scheme = window.matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", read);
    const chosen = new MutationObserver(read);
    chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      scheme.removeEventListener("change", read);
      chosen.disconnect();
    };
  }, [canvas]);
  return colours;
}

function coloursOf(canvas: HTMLCanvasElement): Colours {
  const token = (name: string): string => {
    canvas.style.color = `var(--${name})`;
    return getComputedStyle(canvas).color;
  };
  const control = token("control");
  return {
    foreground: token("foreground"),
    control,
    hairline: token("hairline"),
    fills: {
      wait: hatching(control),
      holder: token("accent-soft"),
      work: token("accent"),
      failed: token("failed"),
      running: token("running"),
    },
  };
}

const tile = 6;

/** Time in which nothing was done is hatched, so that it is not taken for work. */
function hatching(colour: string): CanvasPattern | string {
  const canvas = document.createElement("canvas");
  canvas.width = tile;
  canvas.height = tile;
  const context = canvas.getContext("2d");
  if (context === null) return colour;
  context.strokeStyle = colour;
  context.beginPath();
  for (const shift of [-tile, 0, tile]) {
    context.moveTo(shift, tile);
    context.lineTo(shift + tile, 0);
  }
  context.stroke();
  return context.createPattern(canvas, "repeat") ?? colour;
}
