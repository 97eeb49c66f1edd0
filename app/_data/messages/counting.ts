/**
 * How a language writes whole numbers: "1,204". Made at the first number: a browser takes longer for it than for all the
 * rest of a page's sentences, of which many have none.
 */
export function numbersIn(locale: string): (n: number) => string {
  let numbers: Intl.NumberFormat | undefined;
  return (n) => {
    numbers ??= new Intl.NumberFormat(locale);
    return numbers.format(n);
  };
}

/**
 * How a language counts: "1 picture", "1,204 pictures".
 * @returns the number as the language writes it, and the word in the form that the language takes after it.
 */
export function countingIn(locale: string): (n: number, one: string, many: string) => string {
  const number = numbersIn(locale);
  let forms: Intl.PluralRules | undefined;
  return (n, one, many) => {
    forms ??= new Intl.PluralRules(locale);
    return `${number(n)} ${forms.select(n) === "one" ? one : many}`;
  };
}
