import { readPresentation } from "./css/declarations";
import { isPresentation } from "./css/properties";
import type { DraftDocument, DraftElement } from "./draft";
import type { SvgElement } from "./element";
import { compact } from "./few-entries";
import { readShare } from "./length";

/** One begins as another does or ends, that as a third: no more of them in a row are followed. */
const longestChain = 16;

/**
 * Gives elements what their own animations leave them with once they are over (SVG Animations 2): of those that never
 * end, wait for a reader or keep nothing, the element stays as it is written, unless it is there only while it fades in
 * and out without end, as the snow of a weather icon. The cascade has been done.
 * @param animated is told of every element that moves.
 */
export function bringToRest(document: DraftDocument, animated: (element: SvgElement) => void): void {
  const beginnings: Beginnings = { document, known: new Map() };
  for (const animation of document.elements) {
    if (!isAnimation(animation)) continue;
    const target = targetOf(animation, document);
    if (target === null) continue;
    animated(target);
    const value = valueAtRest(animation, beginnings) ?? shownAtTimes(animation, target, beginnings);
    if (value !== null) give(target, animation, value);
  }
}

function isAnimation({ tag }: SvgElement): boolean {
  return tag === "set" || tag.startsWith("animate");
}

function targetOf({ attributes, parent }: SvgElement, document: DraftDocument): DraftElement | null {
  const href = attributes.get("href")?.trim();
  const target = href === undefined ? parent : document.byId.get(href.slice(1));
  return (target as DraftElement | null | undefined) ?? null;
}

/** Null for none that stays. A motion along a path is no value of an attribute. */
function valueAtRest(animation: SvgElement, beginnings: Beginnings): string | null {
  const { attributes, tag } = animation;
  const endless = isEndless(animation);
  const stays = tag === "set" && endless ? true : attributes.get("fill") === "freeze" && !endless;
  if (!stays || tag === "animateMotion" || !begins(animation, beginnings, longestChain)) return null;
  return valuesOf(animation).at(-1) ?? null;
}

/** Of one that fades for ever what is written as not to be seen, the most it comes to; steps change pictures as a flip-book does. */
function shownAtTimes(animation: SvgElement, { declared }: SvgElement, beginnings: Beginnings): string | null {
  const { attributes, tag } = animation;
  if (tag !== "animate" || attributes.get("attributeName")?.trim() !== "opacity") return null;
  if (!isEndless(animation) || attributes.get("calcMode")?.trim() === "discrete") return null;
  if (readShare(declared.get("opacity")) !== 0 || !begins(animation, beginnings, longestChain)) return null;
  const most = Math.max(0, ...valuesOf(animation).map((value) => readShare(value) ?? 0));
  return most > 0 ? String(most) : null;
}

/** What an animation goes through, as far as it says. */
function valuesOf({ attributes }: SvgElement): string[] {
  const listed = attributes.get("values")?.split(";") ?? [attributes.get("from") ?? "", attributes.get("to") ?? ""];
  return listed.map((value) => value.trim()).filter(Boolean);
}

function isEndless({ attributes }: SvgElement): boolean {
  const indefinite = (name: string) => attributes.get(name)?.trim() === "indefinite";
  return indefinite("repeatCount") || indefinite("repeatDur") || indefinite("dur") || !attributes.has("dur");
}

const clock = /^[-+]?[\d.:]+(?:h|min|s|ms)?$/;
const afterAnother = /^([\w-]+)\.(begin|end)(?:\s*[-+].*)?$/;

/** Which animations begin, each worked out once; those being looked at do not, since what waits for itself never does. */
interface Beginnings {
  document: DraftDocument;
  known: Map<SvgElement, boolean>;
}

/** Whether it begins by itself, which what waits for a click does not. */
function begins(animation: SvgElement, beginnings: Beginnings, chain: number): boolean {
  const { document, known } = beginnings;
  const before = known.get(animation);
  if (before !== undefined) return before;
  known.set(animation, false);
  const times = animation.attributes.get("begin")?.split(";") ?? ["0s"];
  const begun = times.some((time) => {
    if (clock.test(time.trim())) return true;
    const [, id, moment] = afterAnother.exec(time.trim()) ?? [];
    const other = id === undefined ? undefined : document.byId.get(id);
    if (other === undefined || chain === 0 || (moment === "end" && isEndless(other))) return false;
    return begins(other, beginnings, chain - 1);
  });
  known.set(animation, begun);
  return begun;
}

function give(target: DraftElement, { attributes, tag }: SvgElement, value: string): void {
  const name = attributes.get("attributeName")?.replace(/^.*:/, "").trim() ?? "";
  if (name === "") return;
  const declared = target.declared.get(name);
  const before = isPresentation(name) ? declared : target.attributes.get(name);
  const after = tag === "animateTransform" ? transformed(before, attributes, value) : value;
  if (!isPresentation(name)) {
    target.attributes = compact(new Map(target.attributes).set(name, after));
    return;
  }
  const given = new Map(target.declared);
  for (const { property, value: part } of readPresentation(name, after)) given.set(property, part);
  target.declared = compact(given);
}

function transformed(before: string | undefined, attributes: SvgElement["attributes"], value: string): string {
  const own = `${attributes.get("type")?.trim() ?? "translate"}(${value})`;
  const added = attributes.get("additive") === "sum" && before !== undefined && before.trim() !== "none";
  return added ? `${before} ${own}` : own;
}
