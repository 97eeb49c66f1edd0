import { type ComponentType, type ReactNode, useId } from "react";
import { Button } from "../ui/button";

interface Props {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  /** Of the button. */
  add: string;
  icon: ComponentType<{ className?: string }>;
  /** Whether there is nothing to add yet. */
  empty: boolean;
  onAdd: () => void;
  hint: ReactNode;
  /** What is wrong with the text, in place of the hint; null for nothing. */
  wrong?: string | null;
  spellCheck?: boolean;
}

/** A field for several lines, each of which becomes an item, and the button that adds them. */
export function LinesField(props: Props) {
  const { label, placeholder, value, onChange, add, icon: Icon, empty, onAdd, hint, wrong = null, spellCheck } = props;
  const id = useId();
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      <div className="flex items-start gap-2">
        <textarea
          id={id}
          value={value}
          rows={value.includes("\n") ? 4 : 1}
          placeholder={placeholder}
          spellCheck={spellCheck}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-11 w-full min-w-0 rounded-lg border border-control bg-surface px-3 py-2 placeholder:text-muted-foreground aria-invalid:border-failed sm:min-h-10 sm:text-sm"
        />
        <Button aria-disabled={empty} onClick={onAdd}>
          <Icon aria-hidden className="size-4" />
          {add}
        </Button>
      </div>
      <p id={`${id}-hint`} role={wrong !== null ? "alert" : undefined} className="text-sm">
        {wrong !== null ? (
          <span className="break-words text-failed">{wrong}</span>
        ) : (
          <span className="text-muted-foreground">{hint}</span>
        )}
      </p>
    </div>
  );
}
