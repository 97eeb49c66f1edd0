import { placeAt, refusal } from "./refuse";
import { markupEnd } from "./survey";

/** Characters that all references of a file may put in together, and how many entities may stand inside each other. */
const mostCharacters = 64 * 1024;
const deepest = 4;

const reference = /&([A-Za-z_:][\w.:-]*);/g;

/**
 * Puts the text of the document type's entities where they are named, such as the namespaces that Illustrator declares
 * (XML 1.0, 4.4). Lines keep their numbers: a line break in an entity becomes a space. What no entity is declared for
 * stays as it is.
 * @param entities of doctype.ts, by name.
 * @param from where the document type ends; nothing before it is touched.
 * @throws TracepressError `invalid_svg` for an entity in itself, more than 4 in each other, or over 64 kB in all.
 */
export function expandEntities(
  text: string,
  from: number,
  entities: ReadonlyMap<string, string>,
  file: string,
): string {
  if (entities.size === 0) return text;
  const expansion = new Expansion(entities);
  const parts = [text.slice(0, from)];
  for (let at = from; at < text.length; ) {
    const mark = text.indexOf("<", at);
    const open = mark === -1 ? text.length : mark;
    const close = mark === -1 ? open : markupEnd(text, open);
    const fail = (why: string, index: number) => refusal(file, placeAt(text, index), why);
    parts.push(expansion.put(text.slice(at, open), (why, index) => fail(why, at + index)));
    const markup = text.slice(open, close);
    const tag = !/^<[!?]/.test(markup);
    parts.push(tag ? expansion.put(markup, (why, index) => fail(why, open + index), quoted) : markup);
    at = close;
  }
  return parts.join("");
}

type Fail = (why: string, index: number) => Error;

/** Quotes of an entity end no attribute. */
function quoted(text: string): string {
  return text.replaceAll('"', "&quot;").replaceAll("'", "&apos;");
}

/** The references of one file, counted together. */
class Expansion {
  private spent = 0;

  constructor(private readonly entities: ReadonlyMap<string, string>) {}

  put(text: string, fail: Fail, written: (text: string) => string = (same) => same): string {
    return text.replace(reference, (named, name: string, index: number) => {
      const found = this.textOf(name, [], (why) => fail(why, index));
      return found === null ? named : written(found);
    });
  }

  /** Null for a name that is not declared, such as `amp`. */
  private textOf(name: string, around: readonly string[], fail: (why: string) => Error): string | null {
    const own = this.entities.get(name);
    if (own === undefined) return null;
    if (around.includes(name)) throw fail(`the entity "${name}" stands in itself; save the file as plain SVG.`);
    if (around.length >= deepest) throw fail("entities stand over 4 deep in each other; save the file as plain SVG.");
    this.spent += own.length;
    if (this.spent > mostCharacters) throw fail("entities put in over 64 kB of text; save the file as plain SVG.");
    return own.replace(reference, (named, inner: string) => this.textOf(inner, [...around, name], fail) ?? named);
  }
}
