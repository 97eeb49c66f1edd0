const separators = /[\s,]*/y;
const spaces = /\s*/y;
const [comma, plus, minus, point, zero, nine, upperE, lowerE] = [44, 43, 45, 46, 48, 57, 69, 101];

/** Where what is not white space or a comma begins, at or after `at`. */
export function afterSeparators(text: string, at: number): number {
  let end = at;
  let code = text.charCodeAt(end);
  while (code === 32 || code === comma || (code >= 9 && code <= 13)) code = text.charCodeAt(++end);
  if (!(code > 127)) return end;
  separators.lastIndex = end;
  separators.exec(text);
  return separators.lastIndex;
}

/** Where what is not white space begins, at or after `at`. */
export function afterSpaces(text: string, at: number): number {
  let end = at;
  let code = text.charCodeAt(end);
  while (code === 32 || (code >= 9 && code <= 13)) code = text.charCodeAt(++end);
  if (!(code > 127)) return end;
  spaces.lastIndex = end;
  spaces.exec(text);
  return spaces.lastIndex;
}

/** Powers of ten that are exact, by their exponent. */
const tens = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
/** Digits that make an exact integer, whatever they are. */
const mostDigits = 15;

/**
 * The number that `numberEnd` found, to the last bit as `Number` reads it: one exact integer by another rounds once. What
 * has more digits or an exponent is left to it.
 */
export function numberBetween(text: string, start: number, end: number): number {
  const sign = text.charCodeAt(start);
  let value = 0;
  let behindPoint = -1;
  if (end - start > mostDigits) return Number(text.slice(start, end));
  for (let at = sign === plus || sign === minus ? start + 1 : start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === point) behindPoint = end - at - 1;
    else if (code >= zero && code <= nine) value = 10 * value + (code - zero);
    else return Number(text.slice(start, end));
  }
  const read = behindPoint > 0 ? value / tens[behindPoint] : value;
  return sign === minus ? -read : read;
}

/**
 * Where the number that begins at `start` ends: sign, digits with a point, exponent (SVG 2, 9.3.9). `start` itself when
 * there is none. By characters, since paths are mostly numbers.
 */
export function numberEnd(text: string, start: number): number {
  const code = text.charCodeAt(start);
  const digits = code === plus || code === minus ? start + 1 : start;
  const whole = digitsEnd(text, digits);
  const hasPoint = text.charCodeAt(whole) === point;
  const end = hasPoint ? digitsEnd(text, whole + 1) : whole;
  if (whole === digits && end <= whole + 1) return start;
  return exponentEnd(text, end);
}

/** Where the exponent that begins at `at` ends; `at` itself when there is none, as before the unit `em`. */
function exponentEnd(text: string, at: number): number {
  const letter = text.charCodeAt(at);
  if (letter !== upperE && letter !== lowerE) return at;
  const sign = text.charCodeAt(at + 1);
  const digits = sign === plus || sign === minus ? at + 2 : at + 1;
  const end = digitsEnd(text, digits);
  return end === digits ? at : end;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); code >= zero && code <= nine; ) code = text.charCodeAt(++end);
  return end;
}
