import { useId } from "react";

interface Props<Value extends string> {
  label: string;
  values: readonly Value[];
  names: Record<Value, string>;
  value: Value;
  hint?: string;
  /** Where the choices speak for themselves, the label is only read out. */
  quiet?: boolean;
  onChange(value: Value): void;
}

/** Two or three choices side by side: native radio buttons, dressed as one strip. */
export function ChoiceField<Value extends string>({
  label,
  values,
  names,
  value,
  hint,
  quiet,
  onChange,
}: Props<Value>) {
  const id = useId();
  return (
    <fieldset aria-describedby={hint ? `${id}-hint` : undefined} className="space-y-1.5">
      <legend className={quiet ? "sr-only" : "mb-1.5 block font-medium text-sm"}>{label}</legend>
      <div className="flex flex-wrap rounded-lg border border-control bg-surface p-0.5">
        {values.map((one) => (
          <label
            key={one}
            className="relative flex min-h-11 flex-1 items-center justify-center rounded-md px-2 text-center text-muted-foreground leading-tight hover:text-foreground has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 sm:min-h-9 sm:text-sm"
          >
            <input
              type="radio"
              name={id}
              value={one}
              checked={one === value}
              onChange={() => onChange(one)}
              className="absolute inset-0 size-full cursor-pointer appearance-none rounded-md outline-none"
            />
            {names[one]}
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
