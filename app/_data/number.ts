const digitsKept = new Map<string, Intl.NumberFormat>();

/** A number as a language writes it, with so many digits behind its mark, without one for thousands: for measures. */
export function decimal(locale: string, value: number, digits: number): string {
  const key = `${locale} ${digits}`;
  const format =
    digitsKept.get(key) ??
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: false,
    });
  digitsKept.set(key, format);
  return format.format(value);
}
