import type { ShapeBox } from "./slide-geometry";

/** Lights up the chosen element, wherever it lies on the slide. */
export function Highlight({ boxes }: { boxes: readonly ShapeBox[] }) {
  const percent = (share: number) => `${share * 100}%`;
  return boxes.map((box) => (
    <span
      key={`${box.left} ${box.top} ${box.width} ${box.height}`}
      aria-hidden
      data-highlight
      className="pointer-events-none absolute min-h-2 min-w-2 rounded-[2px] outline-3 outline-paper-accent ring-2 ring-paper outline-offset-2"
      style={{ left: percent(box.left), top: percent(box.top), width: percent(box.width), height: percent(box.height) }}
    />
  ));
}
