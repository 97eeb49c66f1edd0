import type { ComponentProps } from "react";
import { FieldFrame, fieldLook } from "./field-frame";

type Kept =
  | "maxLength"
  | "minLength"
  | "min"
  | "max"
  | "inputMode"
  | "placeholder"
  | "autoComplete"
  | "required"
  | "disabled";

interface Props extends Pick<ComponentProps<"input">, Kept> {
  label: string;
  value: string;
  type?: "text" | "email" | "password" | "number";
  hint?: string;
  /** What is wrong with the value; null for nothing. */
  wrong?: string | null;
  onChange(value: string): void;
}

/** One line, in the words of HTML's own input. */
export function TextField({ label, value, hint, wrong, onChange, ...input }: Props) {
  return (
    <FieldFrame {...{ label, hint, wrong }}>
      {(ties) => (
        <input
          {...input}
          {...ties}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={`block ${fieldLook}`}
        />
      )}
    </FieldFrame>
  );
}
