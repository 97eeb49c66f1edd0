import { DOMParser } from "@xmldom/xmldom";
import { readDocumentType } from "./doctype";
import { decodeSvg } from "./encoding";
import { expandEntities } from "./entities";
import { svgNamespace, xlinkNamespace, xmlNamespace } from "./namespaces";
import { refusal } from "./refuse";
import { surveyMarkup } from "./survey";
import { TreeBuilder } from "./tree-builder";

/**
 * Bytes of an SVG as its elements with line numbers. Entities are read when they are plain text of the file's own, bounded;
 * all others and broken markup are refused. Processing instructions are passed over; a root without a namespace is
 * taken as SVG, and editors' prefixes need no declaration.
 * @param name of the file, for messages.
 * @throws TracepressError `invalid_svg` with line and column.
 */
export function readTree(bytes: Uint8Array, name: string): Pick<TreeBuilder, "elements" | "foreign" | "start"> {
  const declared = readDocumentType(decodeSvg(bytes, name).replace(/^\s+(?=<\?xml)/, ""), name);
  const text = expandEntities(declared.text, declared.end, declared.entities, name);
  surveyMarkup(text, name);
  const place = { line: 1, column: 1 };
  let why = "";
  const builder = new TreeBuilder({
    onError: (_level, message) => {
      if (message.startsWith("Unicode replacement character")) return;
      place.line = builder.locator?.lineNumber || 1;
      place.column = builder.locator?.columnNumber || 1;
      why = message;
      throw new Error(message);
    },
  });
  try {
    new DOMParser({ xmlns: prefixesOf(text), domHandler: buildingWith(builder) }).parseFromString(text, "text/xml");
    return builder;
  } catch (thrown) {
    const message = why === "" && thrown instanceof Error ? thrown.message : why;
    throw refusal(name, place, `${sentence(message)} Mend it, or open it in an SVG editor and save it again.`, thrown);
  }
}

/** xmldom makes the object that hears its reader itself. */
function buildingWith(builder: TreeBuilder): new () => TreeBuilder {
  return function Builder() {
    return builder;
  } as unknown as new () => TreeBuilder;
}

const nameCharacter = /[\w.-]/;
const nameStart = /[A-Za-z_]/;

/** Every prefix used anywhere, so that one nobody declared fails nothing; declared ones win while parsing. */
function prefixesOf(text: string): Record<string, string> {
  const map: Record<string, string> = { "": svgNamespace };
  // Colons are few where letters are many: a pattern over all of the text takes as long as half of the parsing.
  for (let colon = text.indexOf(":"); colon !== -1; colon = text.indexOf(":", colon + 1)) {
    const prefix = prefixBefore(text, colon);
    if (prefix !== "") map[prefix] ??= `undeclared:${prefix}`;
  }
  return { ...map, svg: svgNamespace, xlink: xlinkNamespace, xml: xmlNamespace };
}

/** The name that ends at a colon, behind which another begins; empty where that is none of an element or attribute. */
function prefixBefore(text: string, colon: number): string {
  if (!nameStart.test(text.charAt(colon + 1))) return "";
  let start = colon;
  while (start > 0 && nameCharacter.test(text[start - 1])) start--;
  return /[<\s]/.test(text.charAt(start - 1)) && nameStart.test(text.charAt(start)) ? text.slice(start, colon) : "";
}

function sentence(message: string): string {
  const first = message
    .split("\n")[0]
    .replace(/^(?:Error constructing the DOM|element parse error): (?:\w*(?:Error|Exception): )*/, "")
    // What xmldom says of an end tag behind the root, as of an SVG that was cut out of a page with too much behind it.
    .replace(/^Cannot read properties of undefined \(reading 'tagName'\)$/, "an end tag whose element never began");
  const short = first.length > 160 ? `${first.slice(0, 160)}…` : first;
  return `it is not well-formed XML (${short}).`;
}
