import { translation } from "../matrix";
import { rectanglePath } from "../outline";
import type { Colour, FilterPrimitive, Group, Rect } from "../scene";
import { type ColourChange, colourChange } from "./colour";
import { applyMatrix, colourMatrixOf, isIdentityMatrix } from "./colour-matrix";
import { transferOf } from "./component-transfer";
import { composite, stacked } from "./composite";
import { shadowAlone } from "./drawn";
import { cutToRect, groupOf, plainShape } from "./frame";
import { mixesPlainly } from "./opaque";
import { blank, type Picture, pictureOf, regionOf, type Work } from "./picture";
import { recolour } from "./recolour";
import { tiled } from "./tile";

type Step = (primitive: FilterPrimitive, inputs: Picture[], region: Rect, work: Work) => Picture | null;

const number = (value: unknown, otherwise: number) => (typeof value === "number" ? value : otherwise);

/** The primitives that shapes can say; each gives null where they cannot. */
const steps: Record<string, Step> = {
  feFlood: (primitive, _inputs, region, work) => flood(primitive, region, work),
  feOffset: (primitive, [input], _region, work) => offset(primitive, input, work),
  feMerge: (primitive, inputs) => {
    const merged = stacked(inputs);
    return primitive.linearRgb && !mixesPlainly(merged.nodes) ? null : merged;
  },
  feComposite: (primitive, [upper, lower], _region, work) => composite(primitive, upper, lower, work),
  feBlend: (primitive, [upper, lower]) =>
    (primitive.values.mode ?? "normal") === "normal" &&
    (!primitive.linearRgb || mixesPlainly([...lower.nodes, ...upper.nodes]))
      ? stacked([lower, upper])
      : null,
  feColorMatrix: (primitive, [input]) => {
    const matrix = colourMatrixOf(primitive);
    if (isIdentityMatrix(matrix)) return input;
    return recoloured(input, colourChange(applyMatrix(matrix), primitive.linearRgb));
  },
  feComponentTransfer: (primitive, [input]) =>
    recoloured(input, colourChange(transferOf(primitive), primitive.linearRgb)),
  feImage: ({ content, region }, _inputs, _seen, work) => content && shownElement(content, region, work),
  feTile: (primitive, [input], region, work) => tiled(input, inputRegion(primitive, work), region, work),
  feDropShadow: (primitive, [input], _region, work) => dropShadow(primitive, input, work),
  feGaussianBlur: (primitive, [input]) => (isStill(primitive) ? input : null),
};

/** One primitive's result, cut to its region; null when shapes cannot say it. */
export function step(primitive: FilterPrimitive, inputs: Picture[], work: Work): Picture | null {
  const region = regionOf(primitive, work.filter);
  if (region === null) return blank;
  const made = steps[primitive.type]?.(primitive, inputs, region, work) ?? null;
  return made === null ? null : { ...made, nodes: cutToRect(work.origin, made.nodes, region) };
}

/** As in resvg the element's user space begins at the corner of the primitive's region. */
function shownElement(content: Group, { x, y }: Rect, { origin }: Work): Picture {
  return pictureOf([groupOf(origin, [content], { transform: translation(x, y) })]);
}

function flood({ values }: FilterPrimitive, region: Rect, { origin }: Work): Picture {
  const colour = values["flood-color"] as Colour;
  if (colour.alpha === 0) return blank;
  const outline = rectanglePath(region);
  return pictureOf([plainShape(origin, { kind: "rect", rect: region, rx: 0, ry: 0, outline }, colour)]);
}

function offset({ values }: FilterPrimitive, input: Picture, { origin }: Work): Picture {
  const [dx, dy] = [number(values.dx, 0), number(values.dy, 0)];
  if ((dx === 0 && dy === 0) || input.nodes.length === 0) return input;
  return { ...input, nodes: [groupOf(origin, input.nodes, { transform: translation(dx, dy) })] };
}

/** Null also where nothing becomes something, since that would fill the whole region. */
export function recoloured(input: Picture, change: ColourChange): Picture | null {
  if (change({ red: 0, green: 0, blue: 0, alpha: 0 }).alpha > 0) return null;
  if (!mixesPlainly(input.nodes)) return null;
  const nodes = input.nodes.map((node) => recolour(node, change));
  const made = nodes.filter((node) => node !== null);
  return made.length === nodes.length ? { nodes: made, size: input.size } : null;
}

function inputRegion({ inputs }: FilterPrimitive, { filter }: Work): Rect | null {
  const before = filter.primitives.findLast(({ result }) => result === inputs[0]);
  return before === undefined ? filter.region : regionOf(before, filter);
}

/** Whether a blur has no deviation and so changes nothing. */
function isStill({ values }: FilterPrimitive): boolean {
  const [x, y] = Array.isArray(values.stdDeviation) ? values.stdDeviation : [0, 0];
  return !(x > 0) && !(y > 0);
}

function dropShadow(primitive: FilterPrimitive, input: Picture, work: Work): Picture | null {
  const { values, inputs } = primitive;
  const deviation = Array.isArray(values.stdDeviation) ? values.stdDeviation : [2, 2];
  const colour = values["flood-color"] as Colour;
  const still = deviation.every((value) => value === 0);
  const moved = { ...primitive, values: { dx: values.dx ?? 2, dy: values.dy ?? 2 } };
  const flat = still ? recoloured(input, (old) => ({ ...colour, alpha: colour.alpha * old.alpha })) : null;
  const shadow = flat === null ? shadowAlone(primitive, inputs[0], work) : offset(moved, flat, work);
  return shadow === null ? null : stacked([shadow, input]);
}
