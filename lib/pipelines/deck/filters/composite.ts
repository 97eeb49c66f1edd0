import { rectanglePath } from "../outline";
import type { Clip, ClipShape, FilterPrimitive, Rect } from "../scene";
import { groupOf } from "./frame";
import { coverOf, mixesPlainly } from "./opaque";
import { blank, type Picture, pictureOf, type Work } from "./picture";

type Operation = (upper: Picture, lower: Picture, work: Work) => Picture | null;

/** The operators of feComposite (Filter Effects 1, 9.8) as layers and clips; null where that cannot be. */
const operations: Record<string, Operation> = {
  over: (upper, lower) => stacked([lower, upper]),
  in: (upper, lower, work) => inside(upper, lower, work),
  out: (upper, lower, work) => outside(upper, lower, work),
  atop: (upper, lower, work) => stackedOrNull([lower, inside(upper, lower, work)]),
  xor: (upper, lower, work) => stackedOrNull([outside(lower, upper, work), outside(upper, lower, work)]),
};

export function composite(primitive: FilterPrimitive, upper: Picture, lower: Picture, work: Work): Picture | null {
  const operator = String(primitive.values.operator ?? "over");
  if (operator === "arithmetic") return arithmetic(primitive, upper, lower, work);
  const made = (operations[operator] ?? operations.over)(upper, lower, work);
  return made !== null && primitive.linearRgb && !mixesPlainly(made.nodes) ? null : made;
}

/** Layers over each other, lowest first. */
export function stacked(pictures: readonly Picture[]): Picture {
  return {
    nodes: pictures.flatMap(({ nodes }) => nodes),
    size: pictures.reduce((sum, { size }) => sum + size, 0),
  };
}

function stackedOrNull(pictures: (Picture | null)[]): Picture | null {
  const all = pictures.filter((picture) => picture !== null);
  return all.length === pictures.length ? stacked(all) : null;
}

/** Only k1 or k2 or k3 of one is a plain picture. */
function arithmetic({ values }: FilterPrimitive, upper: Picture, lower: Picture, work: Work): Picture | null {
  const [k1, k2, k3, k4] = ["k1", "k2", "k3", "k4"].map((name) => Number(values[name] ?? 0));
  if (k4 !== 0) return null;
  if (k1 === 0 && k2 === 0 && k3 === 0) return blank;
  if (k1 === 0 && k2 === 1 && k3 === 0) return upper;
  if (k1 === 0 && k2 === 0 && k3 === 1) return lower;
  if (k1 === 0 && k3 === 0 && k2 > 0 && k2 < 1) return faded(upper, k2, work);
  return k1 === 0 && k2 === 0 && k3 > 0 && k3 < 1 ? faded(lower, k3, work) : null;
}

function inside(upper: Picture, lower: Picture, work: Work): Picture | null {
  if (upper.nodes.length === 0 || lower.nodes.length === 0) return blank;
  const cover = coverOf(lower.nodes);
  if (cover === null) return null;
  const { origin } = work;
  const clip: Clip = { origin, shapes: cover.shapes, clip: null };
  return faded(pictureOf([groupOf(origin, upper.nodes, { clip })]), cover.alpha, work);
}

function outside(upper: Picture, lower: Picture, work: Work): Picture | null {
  if (upper.nodes.length === 0 || lower.nodes.length === 0) return upper;
  const cover = coverOf(lower.nodes);
  if (cover === null || !cover.shapes.every(isSimple)) return null;
  const { origin } = work;
  const { region } = work.filter;
  const clip = cover.shapes.reduce<Clip | null>((rest, shape) => {
    return { origin, shapes: [complement(shape, region)], clip: rest };
  }, null);
  const rest = pictureOf([groupOf(origin, upper.nodes, { clip })]);
  if (cover.alpha === 1) return rest;
  const dimmed: Picture | null = inside(upper, { ...lower, nodes: lower.nodes }, work);
  const factor = (1 - cover.alpha) / cover.alpha;
  return factor > 1 || dimmed === null ? null : stackedOrNull([rest, faded(dimmed, factor, work)]);
}

/** One contour fills the same under both rules unless it crosses itself, which outlines of filters seldom do. */
function isSimple({ outline, rule }: ClipShape): boolean {
  return rule === "evenodd" || outline.filter(({ type }) => type === "M").length === 1;
}

/** All around a shape, far beyond the filter's region. */
function complement({ outline }: ClipShape, { x, y, width, height }: Rect): ClipShape {
  const far = { x: x - width, y: y - height, width: 3 * width, height: 3 * height };
  return { outline: [...rectanglePath(far), ...outline], rule: "evenodd", clip: null };
}

function faded(picture: Picture, opacity: number, { origin }: Work): Picture {
  if (opacity === 1) return picture;
  return { nodes: [groupOf(origin, picture.nodes, { opacity })], size: picture.size };
}
