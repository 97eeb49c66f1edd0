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

/** Every prefix used anywhere, so that one nobody declared fails nothing; declared ones win while parsing. */
function prefixesOf(text: string): Record<string, string> {
  const map: Record<string, string> = { "": svgNamespace };
  for (const [, prefix] of text.matchAll(/[<\s]([A-Za-z_][\w.-]*):[A-Za-z_]/g)) map[prefix] ??= `undeclared:${prefix}`;
  return { ...map, svg: svgNamespace, xlink: xlinkNamespace, xml: xmlNamespace };
}

function sentence(message: string): string {
  const first = message
    .split("\n")[0]
    .replace(/^(?:Error constructing the DOM|element parse error): (?:\w*(?:Error|Exception): )*/, "");
  const short = first.length > 160 ? `${first.slice(0, 160)}…` : first;
  return `it is not well-formed XML (${short}).`;
}
