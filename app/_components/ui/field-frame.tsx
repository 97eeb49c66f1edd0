import { type ReactNode, useId } from "react";

/** The look of what one writes into. */
export const fieldLook =
  "min-h-11 w-full min-w-0 rounded-lg border border-control bg-surface px-3 placeholder:text-muted-foreground disabled:cursor-not-allowed disabled:border-hairline disabled:text-muted-foreground aria-invalid:border-failed sm:min-h-10 sm:text-sm";

/** What ties a control to its label and to what is said below it. */
export interface FieldTies {
  id: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
}

interface Props {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value, said in place of the hint; null for nothing. */
  wrong?: string | null;
  children(ties: FieldTies): ReactNode;
}

/** A control under its label, above its hint. */
export function FieldFrame({ label, hint, wrong = null, children }: Props) {
  const id = useId();
  const said = wrong ?? hint;
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      {children({
        id,
        "aria-invalid": wrong === null ? undefined : true,
        "aria-describedby": said ? `${id}-hint` : undefined,
      })}
      {said && (
        <p
          id={`${id}-hint`}
          role={wrong === null ? undefined : "alert"}
          className={`text-pretty break-words text-sm ${wrong === null ? "text-muted-foreground" : "text-failed"}`}
        >
          {said}
        </p>
      )}
    </div>
  );
}
