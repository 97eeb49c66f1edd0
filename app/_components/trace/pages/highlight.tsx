import type { ShapeBox } from "./slide-geometry";

/** Lights up the chosen element where it lies on the slide. */
export function Highlight({ box }: { box: ShapeBox | null }) {
  if (box === null) return null;
  const percent = (share: number) => `${share * 100}%`;
  return (
    <span
      aria-hidden
      data-highlight
      className="pointer-events-none absolute min-h-2 min-w-2 rounded-[2px] outline-3 outline-paper-accent ring-2 ring-paper outline-offset-2"
      style={{ left: percent(box.left), top: percent(box.top), width: percent(box.width), height: percent(box.height) }}
    />
  );
}
