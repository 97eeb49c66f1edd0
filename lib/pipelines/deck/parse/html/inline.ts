import type { SvgElement } from "../element";
import type { Context } from "../scene/context";
import { type Character, flowing, keepsSpaces, transformed } from "../text/characters";
import { displayOf } from "./box-style";

/** What a block holds, in order: stretches of text, and blocks between them. */
export type Content = { kind: "text"; characters: Character[] } | { kind: "block"; element: SvgElement };

/** What shows something that is no text, in HTML or of SVG. */
const pictures = new Set(
  "audio canvas embed hr iframe img input math meter object picture progress select svg textarea video circle ellipse image line path polygon polyline rect use".split(
    " ",
  ),
);

/**
 * Forced ends of lines are characters `\n`; white space is collapsed where nothing asks to keep it (CSS Text 3, 4.1).
 * Each element in a row is a block of its own (CSS Flexible Box 1, 4).
 */
export function contentOf(block: SvgElement, ctx: Context): Content[] {
  const reader = new Reader(ctx, displayOf(block, ctx) === "row");
  reader.read(block);
  return reader.content.filter((one) => one.kind === "block" || one.characters.some(({ text }) => text !== " "));
}

class Reader {
  readonly content: Content[] = [];

  constructor(
    private readonly ctx: Context,
    private readonly parted: boolean,
  ) {}

  read(element: SvgElement): void {
    for (const child of element.children) {
      if (typeof child === "string") this.text(child, element);
      else this.element(child);
    }
  }

  private element(child: SvgElement): void {
    const display = displayOf(child, this.ctx);
    if (display === "none") return;
    this.ctx.spend(1);
    if (child.tag === "br") this.add("\n", child);
    else if (pictures.has(child.tag)) this.ctx.note(child, "foreign_object", child.tag);
    else if (display === "inline" && !this.parted) this.read(child);
    else this.content.push({ kind: "block", element: child });
  }

  private text(text: string, span: SvgElement): void {
    const kept = this.ctx.style(span, "white-space").trim();
    const preserved = keepsSpaces(kept);
    for (const one of transformed(text, this.ctx.style(span, "text-transform").trim())) {
      if (preserved) this.add(one === "\t" ? " " : one, span);
      else if (one === "\n" && kept === "pre-line") this.add(one, span);
      else if (!/[ \t\r\n]/.test(one)) this.add(one, span);
      else if (!/[ \n]/.test(this.before)) this.add(" ", span);
    }
  }

  /** What stands before the next character in its stretch; a space at its start says nothing. */
  private get before(): string {
    const last = this.content.at(-1);
    return last?.kind === "text" ? (last.characters.at(-1)?.text ?? " ") : " ";
  }

  private add(text: string, span: SvgElement): void {
    const last = this.content.at(-1);
    const stretch = last?.kind === "text" ? last : { kind: "text" as const, characters: [] };
    if (stretch !== last) this.content.push(stretch);
    stretch.characters.push(flowing(text, span));
  }
}
