/**
 * How a language counts: "1 picture", "1,204 pictures".
 * @returns the number as the language writes it, and the word in the form that the language takes after it.
 */
export function countingIn(locale: string): (n: number, one: string, many: string) => string {
  const numbers = new Intl.NumberFormat(locale);
  const forms = new Intl.PluralRules(locale);
  return (n, one, many) => `${numbers.format(n)} ${forms.select(n) === "one" ? one : many}`;
}
