import { FieldFrame } from "./field-frame";

interface Props {
  label: string;
  /** As #rrggbb. */
  value: string;
  onChange(value: string): void;
}

/** The system's own colour picker behind a swatch, which always holds a valid colour; its number beside it. */
export const ColorField = ({ label, value, onChange }: Props) => (
  <FieldFrame label={label}>
    {(ties) => (
      <span className="relative block">
        <input
          {...ties}
          type="color"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="block h-11 w-full cursor-pointer rounded-lg border border-control bg-surface py-1.5 pr-24 pl-2 sm:h-10"
        />
        <span
          aria-hidden
          className="tabular pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted-foreground text-sm"
        >
          {value}
        </span>
      </span>
    )}
  </FieldFrame>
);
