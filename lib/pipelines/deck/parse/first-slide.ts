import type { DraftDocument, DraftElement } from "./draft";
import type { SvgElement } from "./element";

/** What LibreOffice Impress lists the slides of a presentation in. */
const listOfSlides = "ooo:meta_slides";

/**
 * Shows the first slide of a presentation that LibreOffice wrote: all are hidden until a program in the file shows one,
 * and programs are not run. Its own background is beside it in `defs`. The cascade has been done.
 * @param shown is told of that slide.
 */
export function showFirstSlide(document: DraftDocument, shown: (slide: SvgElement) => void): void {
  if (!document.byId.has(listOfSlides)) return;
  const elements = document.elements as DraftElement[];
  const slide = elements.find((element) => isOf(element, "Slide") && isWithin(element, "SlideGroup"));
  if (slide === undefined) return;
  slide.declared = new Map([...slide.declared, ["visibility", "visible"]]);
  const background = elements.find((element) => isOf(element, "SlideBackground") && isInside(element, slide));
  if (background?.tag === "defs") background.tag = "g";
  shown(slide);
}

const isOf = ({ attributes }: SvgElement, name: string): boolean => attributes.get("class") === name;

function isWithin({ parent }: SvgElement, name: string): boolean {
  return parent !== null && (isOf(parent, name) || isWithin(parent, name));
}

function isInside({ parent }: SvgElement, outer: SvgElement): boolean {
  return parent !== null && (parent === outer || isInside(parent, outer));
}
