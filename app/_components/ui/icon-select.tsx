import type { ReactNode } from "react";

interface Props<Value extends string> {
  /** Stands for the choice where its name has no room. */
  icon: ReactNode;
  label: string;
  value: Value;
  /** What each value is called, in the order shown. */
  names: Record<Value, string>;
  /** Values whose names are of a language of their own. */
  isLanguage?: boolean;
  onChange(value: string): void;
}

/** A native select under an icon: one tab stop, the system's own list on a phone, where the icon alone is seen. */
export function IconSelect<Value extends string>({ icon, label, value, names, ...rest }: Props<Value>) {
  const { isLanguage = false, onChange } = rest;
  return (
    <span className="relative flex">
      <span aria-hidden className="pointer-events-none absolute inset-y-0 left-3 flex w-5 items-center justify-center">
        {icon}
      </span>
      <select
        aria-label={label}
        title={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-11 w-11 appearance-none rounded-lg bg-transparent pl-11 text-sm hover:bg-hover lg:h-10 lg:w-auto lg:pr-3 lg:pl-10"
      >
        {(Object.keys(names) as Value[]).map((one) => (
          <option key={one} value={one} lang={isLanguage ? one : undefined} className="bg-surface text-foreground">
            {names[one]}
          </option>
        ))}
      </select>
    </span>
  );
}
