import type { ReactNode } from "react";

interface Props {
  /** Id of the heading that names it, or a name of its own. */
  labelledBy?: string;
  label?: string;
  /** The titles of its columns. */
  head: ReactNode;
  headClassName?: string;
  /** Its rows. */
  children: ReactNode;
}

/** A table in a frame, which scrolls sideways where the page is too narrow for it. */
export function FramedTable({ labelledBy, label, head, headClassName = "*:px-3", children }: Props) {
  return (
    <div className="overflow-x-auto rounded-xl border border-hairline bg-surface">
      <table aria-labelledby={labelledBy} aria-label={label} className="w-full text-sm">
        <thead className="border-hairline border-b bg-sunken text-left text-muted-foreground text-xs">
          <tr className={`${headClassName} *:py-2 *:font-medium`}>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
