import { type Place, placeAt, refusal } from "./refuse";

/** Elements a file may have, and how deep they may stand: no drawing comes near either. */
const maximumElements = 100_000;
const maximumDepth = 1024;
const nameStart = /[A-Za-z_:\u0080-\uffff]/;

/**
 * One pass over the markup before the parser makes objects of it: refuses what would cost too much, and a document
 * type whose declarations doctype.ts has not read.
 * @throws TracepressError `invalid_svg`.
 */
export function surveyMarkup(text: string, name: string): void {
  const place = (index: number): Place => placeAt(text, index);
  let elements = 0;
  let depth = 0;
  let index = text.indexOf("<");
  while (index !== -1) {
    const next = text[index + 1] ?? "";
    if (next === "/") depth--;
    else if (next === "!") refuseDeclarations(text, index, name);
    else if (nameStart.test(next)) {
      elements++;
      if (!endsItself(text, index)) depth++;
      if (elements > maximumElements)
        throw refusal(name, place(index), "there are over 100,000 elements; make it simpler.");
      if (depth > maximumDepth)
        throw refusal(name, place(index), "elements stand over 1,024 deep in each other; ungroup them.");
    }
    index = text.indexOf("<", markupEnd(text, index));
  }
}

function refuseDeclarations(text: string, index: number, name: string): void {
  if (!text.startsWith("<!DOCTYPE", index)) return;
  const end = text.indexOf(">", index);
  const subset = text.slice(index, end === -1 ? undefined : end).indexOf("[");
  if (subset === -1) return;
  const why = "the document type declares things of its own, which is not read; save the file as plain SVG.";
  throw refusal(name, placeAt(text, index + subset), why);
}

/** Where the comment, CDATA section, instruction or tag that begins at `index` ends. */
export function markupEnd(text: string, index: number): number {
  if (text.startsWith("<!--", index)) return after(text, "-->", index + 4);
  if (text.startsWith("<![CDATA[", index)) return after(text, "]]>", index + 9);
  if (text[index + 1] === "?") return after(text, "?>", index + 2);
  return tagEnd(text, index);
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

/** The index behind a tag's `>`, which may stand in an attribute's value too. */
function tagEnd(text: string, from: number): number {
  for (let index = from + 1; index < text.length; index++) {
    const character = text[index];
    if (character === ">") return index + 1;
    if (character === "<") return index;
    if (character === '"' || character === "'") {
      const close = text.indexOf(character, index + 1);
      if (close === -1) return text.length;
      index = close;
    }
  }
  return text.length;
}

function endsItself(text: string, index: number): boolean {
  return text[tagEnd(text, index) - 2] === "/";
}
