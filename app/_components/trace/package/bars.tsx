export interface Bar {
  name: string;
  /** In the unit of the other bars. */
  amount: number;
  shown: string;
  href?: string;
}

interface Props {
  label: string;
  /** The titles of names and figures, where the label does not say what they are. */
  head?: { name: string; shown: string };
  bars: Bar[];
}

/** Amounts as bars, the longest over the whole width; the figures stand beside them as text. */
export function Bars({ label, head, bars }: Props) {
  const most = Math.max(...bars.map(({ amount }) => amount), Number.MIN_VALUE);
  return (
    <table aria-label={label} className="w-full table-fixed text-sm">
      {head && (
        <thead className="text-muted-foreground text-xs">
          <tr className="*:pb-1 *:font-medium">
            <th className="w-[45%] text-left">{head.name}</th>
            <th colSpan={2} className="text-right">
              {head.shown}
            </th>
          </tr>
        </thead>
      )}
      <tbody>
        {bars.map(({ name, amount, shown, href }) => (
          <tr key={name} className="*:py-1">
            <th scope="row" className="w-[45%] break-words pr-3 text-left font-normal">
              {href ? (
                <a
                  href={href}
                  download=""
                  className="inline-flex min-h-11 min-w-11 max-w-full items-center text-accent underline-offset-4 hover:underline sm:min-h-6"
                >
                  <span className="break-all">{name}</span>
                </a>
              ) : (
                name
              )}
            </th>
            <td>
              <div
                className="h-3 forced-color-adjust-none rounded-sm bg-accent"
                style={{ width: `${(amount / most) * 100}%`, minWidth: amount > 0 ? 2 : 0 }}
              />
            </td>
            <td className="tabular w-20 pl-3 text-right text-muted-foreground text-xs">{shown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
