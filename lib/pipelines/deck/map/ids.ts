import type { Label } from "./build";

/** Names longer than this are cut; PowerPoint shows some thirty letters. */
const longestName = 255;

/** Numbers the shapes of a slide from 2; 1 is the slide's own tree. */
export class Ids {
  private last = 1;

  next(): number {
    this.last += 1;
    return this.last;
  }

  /** What all kinds of shapes have: id, name from the element's id, alternative text from `title` and `desc`, link. */
  base(
    { origin, title, description, link }: Label,
    part = "",
  ): {
    id: number;
    name: string;
    alt: string;
    link: string;
    element: string;
  } {
    const name = part === "" ? origin.id : `${origin.id} ${part}`;
    const alt = title === description ? title : [title, description].filter((text) => text !== "").join(": ");
    return { id: this.next(), name: name.slice(0, longestName), alt, link, element: origin.id };
  }
}
