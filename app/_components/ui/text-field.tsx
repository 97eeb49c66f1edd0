import { useId } from "react";

interface Props {
  label: string;
  value: string;
  maxLength: number;
  placeholder?: string;
  type?: "text" | "email" | "password" | "number";
  /** What a browser or a password manager may fill in, in the words of HTML. */
  autoComplete?: string;
  required?: boolean;
  minLength?: number;
  hint?: string;
  onChange(value: string): void;
}

export function TextField({ label, value, hint, onChange, ...input }: Props) {
  const id = useId();
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      <input
        id={id}
        value={value}
        {...input}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className="block min-h-11 w-full rounded-lg border border-control bg-surface px-3 placeholder:text-muted-foreground sm:min-h-10 sm:text-sm"
      />
      {hint && (
        <p id={`${id}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
