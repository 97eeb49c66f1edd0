import { ChevronDown } from "lucide-react";
import { useId } from "react";

interface Props<Value extends string> {
  label: string;
  values: readonly Value[];
  names: Record<Value, string>;
  value: Value;
  disabled?: boolean;
  hint?: string;
  onChange(value: Value): void;
}

export function SelectField<Value extends string>(props: Props<Value>) {
  const { label, values, names, value, disabled, hint, onChange } = props;
  const id = useId();
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      <span className="relative block">
        <select
          id={id}
          value={value}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.target.value as Value)}
          className="min-h-11 w-full appearance-none rounded-lg border border-control bg-surface py-2 pr-10 pl-3 disabled:cursor-not-allowed disabled:border-hairline disabled:text-muted-foreground sm:min-h-10 sm:text-sm"
        >
          {values.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted-foreground"
        />
      </span>
      {hint && (
        <p id={`${id}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
