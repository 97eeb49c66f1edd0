import { memo, type ReactNode, useMemo } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { type OverviewBar, overviewOf } from "@/lib/trace/overview";
import { timeScale, wholeStretch } from "@/lib/trace/stretch";
import type { TraceTree } from "@/lib/trace/tree";
import { MinimapEdge } from "./minimap-edge";
import { useBrush } from "./use-brush";
import type { StretchControl } from "./use-stretch";

const width = 1000;
const height = 100;

/** The whole batch at a glance, and over it the stretch in sight, which can be drawn, moved and pulled by its edges. */
export function Minimap({ tree, control }: { tree: TraceTree; control: StretchControl }) {
  const timelineMessages = useMessages("timeline");
  const place = timeScale(wholeStretch(tree.lengthMs), 100);
  const { onPointerDown, onDoubleClick } = useBrush(control);
  const from = Math.max(0, place(control.stretch.fromMs));
  const to = Math.min(100, place(control.stretch.toMs));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is a picture with two handles.
    <div
      role="group"
      aria-label={timelineMessages.inSightLabel}
      title={timelineMessages.overview}
      data-minimap
      onPointerDown={onPointerDown}
      onDoubleClick={onDoubleClick}
      className="relative h-14 cursor-crosshair touch-none select-none overflow-hidden rounded-lg border border-hairline bg-surface"
    >
      <Overview tree={tree} />
      {!control.whole && (
        <>
          <Shade left={0} right={100 - from} />
          <Shade left={to} right={0} />
          <div
            className="absolute inset-y-0 cursor-grab border-accent border-x-2 active:cursor-grabbing"
            style={{ left: `${from}%`, right: `${100 - to}%` }}
          />
        </>
      )}
      <MinimapEdge edge="from" place={from} control={control} />
      <MinimapEdge edge="to" place={to} control={control} />
    </div>
  );
}

const Shade = ({ left, right }: { left: number; right: number }): ReactNode => (
  <div
    className="pointer-events-none absolute inset-y-0 bg-sunken opacity-75"
    style={{ left: `${left}%`, right: `${right}%` }}
  />
);

const looks = { wait: "fill-hairline", holder: "fill-accent-soft", work: "fill-accent", running: "fill-running" };

const Overview = memo(function Overview({ tree }: { tree: TraceTree }) {
  const paths = useMemo(() => pathsOf(tree), [tree]);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full"
    >
      {(["wait", "holder", "work", "running"] as const).map((look) => (
        <path key={look} d={paths[look]} className={looks[look]} />
      ))}
      <path d={paths.failed} className="fill-failed" />
    </svg>
  );
});

type Look = OverviewBar["look"];

/** One path for each look: ten thousand bars are five shapes. */
function pathsOf(tree: TraceTree): Record<Look, string> {
  const x = timeScale(wholeStretch(tree.lengthMs), width);
  const { bars, lanes } = overviewOf(tree);
  const step = (height - 12) / Math.max(1, lanes);
  const paths: Record<Look, string> = { wait: "", holder: "", work: "", running: "", failed: "" };
  for (const { startMs, endMs, lane, look } of bars) {
    const tall = Math.min(10, Math.max(look === "failed" ? 4 : 1.5, step * 0.75));
    const long = Math.max(look === "failed" ? 3 : 1, x(endMs) - x(startMs));
    const top = 6 + lane * step;
    paths[look] +=
      `M${x(startMs).toFixed(1)} ${top.toFixed(1)}h${long.toFixed(1)}v${tall.toFixed(1)}h${(-long).toFixed(1)}z`;
  }
  return paths;
}
