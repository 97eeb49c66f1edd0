import { useId } from "react";

interface Props {
  label: string;
  value: string;
  maxLength: number;
  placeholder?: string;
  onChange(value: string): void;
}

export function TextField({ label, value, maxLength, placeholder, onChange }: Props) {
  const id = useId();
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      <input
        id={id}
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        className="block min-h-11 w-full rounded-lg border border-control bg-surface px-3 placeholder:text-muted-foreground sm:min-h-10 sm:text-sm"
      />
    </div>
  );
}
