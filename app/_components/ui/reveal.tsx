import type { ReactNode } from "react";

interface Props {
  below: ReactNode;
  above: ReactNode;
  /** How much of the upper one is seen from the left, in percent of the width. */
  share: number;
  /** Of the line where both meet, in pixels. */
  line?: number;
}

/** Two pictures of one size, the upper one seen up to a line. */
export function Reveal({ below, above, share, line = 2 }: Props) {
  return (
    <>
      {below}
      <div
        className="pointer-events-none absolute inset-0 bg-paper"
        data-over="over"
        style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }}
      >
        {above}
      </div>
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 bg-paper-accent"
        style={{ left: `calc(${share}% - ${line / 2}px)`, width: line }}
      />
    </>
  );
}

/** Moves the line, as the native slider it is: by pointer, finger and keys. */
export const RevealSlider = (props: { label: string; share: number; onShare(share: number): void }) => (
  <input
    type="range"
    aria-label={props.label}
    min={0}
    max={100}
    value={props.share}
    onChange={(event) => props.onShare(Number(event.target.value))}
    className="h-11 w-full accent-accent"
  />
);
