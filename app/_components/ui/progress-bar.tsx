export interface BarPart {
  /** Share of the whole, 0 to 1. */
  share: number;
  className: string;
}

interface Props {
  label: string;
  /** 0 to 100. */
  percent: number;
  text?: string;
  /** What the filled part is made of, from the left; what `percent` holds beyond them is under way. */
  parts?: BarPart[];
  className?: string;
}

/** The native element speaks to screen readers; the strips above it are for the eye and move by transform only. */
export function ProgressBar({ label, percent, text, parts = [], className = "h-2" }: Props) {
  let reached = 0;
  const layers = parts.map(({ share, className: tone }) => {
    reached += share;
    return { reach: Math.min(1, reached), tone };
  });
  const strip =
    "absolute inset-0 origin-left rounded-full forced-colors:bg-[Highlight]! motion-safe:transition-transform motion-safe:duration-200 motion-safe:ease-out";
  return (
    <div className={`relative overflow-hidden rounded-full bg-hairline forced-colors:border ${className}`}>
      <progress aria-label={label} aria-valuetext={text} max={100} value={percent} className="sr-only" />
      <div className={`${strip} bg-running`} style={{ transform: `scaleX(${percent / 100})` }} />
      {layers.reverse().map(({ reach, tone }) => (
        <div key={tone} className={`${strip} ${tone}`} style={{ transform: `scaleX(${reach})` }} />
      ))}
    </div>
  );
}
