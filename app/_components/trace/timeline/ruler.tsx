import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import { type Stretch, timeScale } from "@/lib/trace/stretch";

export const rulerHeight = 32;
/** What, how long, when: the columns of the ruler and of every row. On a phone the bar lies under the name. */
export const columns = "grid grid-cols-[minmax(0,1fr)_5.5rem] sm:grid-cols-[18rem_5.5rem_minmax(0,1fr)]";

interface Props {
  stretch: Stretch;
  /** Milliseconds, round ones. */
  marks: readonly number[];
  /** What holds the first row in sight, when that itself is not in sight. */
  within: string | null;
}

export function Ruler({ stretch, marks, within }: Props) {
  const t = useMessages("timeline");
  const { preciseDuration, markLabel } = useFormats();
  const stepMs = marks.length > 1 ? marks[1] - marks[0] : stretch.toMs - stretch.fromMs;
  const place = timeScale(stretch, 100);
  return (
    <thead className="sticky top-0 z-10 block border-hairline border-b bg-sunken" style={{ height: rulerHeight }}>
      <tr
        aria-rowindex={1}
        className={`${columns} h-full items-center border-transparent border-l-2 text-left text-muted-foreground text-xs *:font-medium`}
      >
        <th className="truncate px-3 max-sm:hidden">
          {t.name}
          {within !== null && (
            <span aria-hidden className="ml-2 text-foreground">
              {within}
            </span>
          )}
        </th>
        <th className="px-2 text-right max-sm:hidden">{t.duration}</th>
        <th data-bars className="relative h-full overflow-hidden max-sm:col-span-2 max-sm:mx-1.5">
          <span className="sr-only">
            {`${t.time}: ${t.inSight(preciseDuration(stretch.fromMs), preciseDuration(stretch.toMs))}`}
          </span>
          {marks.map((ms) => (
            <span
              key={ms}
              aria-hidden
              className="tabular absolute inset-y-0 flex items-center whitespace-nowrap border-hairline border-l pl-1"
              style={{ left: `${place(ms)}%` }}
            >
              {markLabel(ms, stepMs)}
            </span>
          ))}
        </th>
      </tr>
    </thead>
  );
}
