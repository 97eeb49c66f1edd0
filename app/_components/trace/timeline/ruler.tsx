import { messages } from "@/app/_data/messages";
import { markLabel, preciseDuration } from "@/app/_data/precise-duration";
import { placeIn, type Stretch, ticks } from "@/lib/trace/stretch";
import { useNarrow } from "./use-narrow";

const t = messages.trace.timeline;

export const rulerHeight = 32;
/** What, how long, when: the columns of the ruler and of every row. On a phone the bar lies under the name. */
export const columns = "grid grid-cols-[minmax(0,1fr)_5.5rem] sm:grid-cols-[minmax(0,18rem)_5.5rem_minmax(0,1fr)]";

export function Ruler({ stretch }: { stretch: Stretch }) {
  const marks = ticks(stretch, useNarrow() ? 3 : 5);
  const stepMs = marks.length > 1 ? marks[1] - marks[0] : stretch.toMs - stretch.fromMs;
  return (
    <thead className="sticky top-0 block z-10 border-hairline border-b bg-sunken" style={{ height: rulerHeight }}>
      <tr
        aria-rowindex={1}
        className={`${columns} h-full items-center text-left text-muted-foreground text-xs *:font-medium`}
      >
        <th className="px-3 max-sm:hidden">{t.name}</th>
        <th className="px-2 text-right max-sm:hidden">{t.duration}</th>
        <th
          data-bars
          aria-label={`${t.time}: ${t.inSight(preciseDuration(stretch.fromMs), preciseDuration(stretch.toMs))}`}
          className="relative h-full overflow-hidden max-sm:col-span-2"
        >
          {marks.map((ms) => (
            <span
              key={ms}
              aria-hidden
              className="tabular absolute inset-y-0 flex items-center whitespace-nowrap border-hairline border-l pl-1"
              style={{ left: `${placeIn(stretch, ms) * 100}%` }}
            >
              {markLabel(ms, stepMs)}
            </span>
          ))}
        </th>
      </tr>
    </thead>
  );
}
