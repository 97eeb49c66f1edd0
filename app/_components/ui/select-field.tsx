import { ChevronDown } from "lucide-react";
import { FieldFrame, fieldLook } from "./field-frame";

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
  return (
    <FieldFrame {...{ label, hint }}>
      {(ties) => (
        <span className="relative block">
          <select
            {...ties}
            value={value}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value as Value)}
            className={`appearance-none py-2 pr-10 ${fieldLook}`}
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
      )}
    </FieldFrame>
  );
}
