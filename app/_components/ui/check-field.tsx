import { Check } from "lucide-react";

interface Props {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

export function CheckField({ label, checked, onChange }: Props) {
  return (
    <label className="flex min-h-11 items-center gap-3 sm:min-h-9 sm:text-sm">
      <span className="relative flex size-5 shrink-0">
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          className="peer size-5 appearance-none rounded border border-control bg-surface checked:border-accent checked:bg-accent"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute inset-0.5 size-4 text-accent-foreground opacity-0 peer-checked:opacity-100"
        />
      </span>
      {label}
    </label>
  );
}
