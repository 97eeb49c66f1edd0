import { DOMParser, type Document, type Element } from "@xmldom/xmldom";

/** Text of an answer that is longer is not looked at. */
const longestText = 2_000_000;
const mostElements = 20_000;

/** An answer that holds no drawing that can be read; the message says why, for people. */
export class UnreadableSketch extends Error {}

/**
 * The one `<svg>` in a model's answer, whatever is written round it.
 * @throws UnreadableSketch where there is none, or none that is well-formed, self-contained and of bounded size.
 */
export function readSvg(answer: string): Element {
  if (answer.length > longestText) throw new UnreadableSketch("it is too long");
  const start = answer.indexOf("<svg");
  const end = answer.lastIndexOf("</svg>");
  if (start < 0) throw new UnreadableSketch("it holds no SVG");
  if (end < start) throw new UnreadableSketch("its SVG is cut off");
  const text = answer.slice(start, end + "</svg>".length);
  // With these a few lines could grow to gigabytes, or name files.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new UnreadableSketch("its SVG declares a document type");
  const root = parse(text).documentElement;
  if (root?.localName !== "svg") throw new UnreadableSketch("it holds no SVG");
  if (root.getElementsByTagName("*").length > mostElements) throw new UnreadableSketch("it has too many elements");
  return root;
}

function parse(text: string): Document {
  const onError = (level: string, message: string) => {
    if (level !== "warning") throw new UnreadableSketch(`its SVG is not well-formed (${message.split("\n")[0]})`);
  };
  try {
    return new DOMParser({ onError }).parseFromString(text, "text/xml");
  } catch (cause) {
    if (cause instanceof UnreadableSketch) throw cause;
    throw new UnreadableSketch("its SVG is not well-formed", { cause });
  }
}
