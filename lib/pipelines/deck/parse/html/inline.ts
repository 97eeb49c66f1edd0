import type { SvgElement } from "../element";
import type { Context, Viewport } from "../scene/context";
import { type Character, flowing, keepsSpaces, transformed } from "../text/characters";
import { isApart } from "./apart";
import { boxStyle, displayOf } from "./box-style";
import { type InlinePicture, pictureOf, pictureSign } from "./inline-picture";

/** What a block holds, in order: stretches of text, and between them blocks, and pictures that are no part of a line. */
export type Content =
  | { kind: "text"; characters: Character[] }
  | { kind: "block"; element: SvgElement }
  | { kind: "picture"; element: SvgElement; picture: InlinePicture };

/** What says something of an element and is no part of its text. */
const descriptions = new Set(["desc", "title"]);

export interface Contents {
  flow: Content[];
  /** What stands in places of its own. */
  apart: SvgElement[];
}

/** What shows something that is no text, in HTML or of SVG. */
const pictures = new Set(
  "audio canvas embed hr iframe img input math meter object picture progress select svg textarea video circle ellipse image line path polygon polyline rect use".split(
    " ",
  ),
);

/**
 * Forced ends of lines are characters `\n`; white space is collapsed where nothing asks to keep it (CSS Text 3, 4.1).
 * Each element in a row, column or grid is a block of its own (CSS Flexible Box 1, 4).
 */
export function contentOf(block: SvgElement, ctx: Context): Contents {
  const reader = new Reader(ctx, /^(?:row|column|grid)$/.test(displayOf(block, ctx)), givenRoom(block, ctx));
  reader.read(block);
  const flow = reader.content.filter((one) => one.kind !== "text" || one.characters.some(({ text }) => text !== " "));
  return { flow, apart: reader.apart };
}

/** What a block's own style makes its content wide and high, of which a picture's shares are; none where more decides. */
function givenRoom(block: SvgElement, ctx: Context): Viewport | undefined {
  const { width, height } = boxStyle(block, { width: 0, height: null }, ctx);
  return width && height ? { width, height } : undefined;
}

const isInLine = (element: SvgElement, ctx: Context): boolean =>
  /^(?:inline.*)?$/.test(ctx.style(element, "display").trim());

class Reader {
  readonly content: Content[] = [];
  readonly apart: SvgElement[] = [];

  constructor(
    private readonly ctx: Context,
    private readonly parted: boolean,
    private readonly room: Viewport | undefined,
  ) {}

  read(element: SvgElement): void {
    for (const child of element.children) {
      if (typeof child === "string") this.text(child, element);
      else this.element(child);
    }
  }

  private element(child: SvgElement): void {
    const display = displayOf(child, this.ctx);
    if (display === "none" || descriptions.has(child.tag)) return;
    this.ctx.spend(1);
    const letter = pictureOf(child, this.ctx);
    const picture = letter ?? (this.room && pictureOf(child, this.ctx, this.room)) ?? null;
    if (child.tag === "br") this.add("\n", child);
    else if (isApart(child, this.ctx)) this.apart.push(child);
    else if (letter !== null && !this.parted && isInLine(child, this.ctx)) this.add(pictureSign, child);
    else if (picture !== null) this.content.push({ kind: "picture", element: child, picture });
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
