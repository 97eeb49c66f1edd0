import { contains } from "../box";
import type { Colour, FilterPrimitive, FilterUse, Rect, Shadow } from "../scene";
import { colourChange } from "./colour";
import { applyMatrix, colourMatrixOf } from "./colour-matrix";

/** A result of a step: the element, of one colour or of many (null), its shadow as changed so far, an even colour, the element over its shadow. */
type Result =
  | { kind: "nothing" }
  | { kind: "source"; colour: Colour | null }
  | { kind: "shadow" | "over"; shadow: Shadow }
  | { kind: "flood"; colour: Colour };

type Step = (primitive: FilterPrimitive, inputs: Result[]) => Result | null;

const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };
const alone: Shadow = { colour: black, dx: 0, dy: 0, deviation: 0 };

/**
 * The drop shadow that a filter lays under an opaque element: feDropShadow, or blur, offset and colour merged under it
 * as drawing programs write them. Null when the filter says anything else, or cuts what the shadow reaches.
 * @param box all that the element paints, in its user space.
 * @param colour of all of the element; null for several. A blur of the element itself is a shadow of that colour: a glow.
 */
export function shadowOf(filter: FilterUse, box: Rect, colour: Colour | null = null): Shadow | null {
  const results = new Map<string, Result>([
    ["SourceGraphic", { kind: "source", colour }],
    ["SourceAlpha", { kind: "shadow", shadow: alone }],
  ]);
  let last: Result | null = null;
  for (const primitive of filter.primitives) {
    const inputs = primitive.inputs.flatMap((name) => results.get(name) ?? []);
    if (inputs.length < primitive.inputs.length) return null;
    last = steps[primitive.type]?.(primitive, inputs) ?? null;
    if (last === null) return null;
    results.set(primitive.result, last);
  }
  if (last?.kind !== "over" || last.shadow.deviation === 0) return null;
  const reached = around(box, last.shadow);
  const whole = [filter.region, ...filter.primitives.map(({ region }) => region)];
  return whole.every((region) => contains(region, reached)) ? last.shadow : null;
}

/** Beyond two deviations a shadow is too faint for its cut to be seen. */
function around(box: Rect, { dx, dy, deviation }: Shadow): Rect {
  const reach = 2 * deviation;
  const x = Math.min(box.x, box.x + dx - reach);
  const y = Math.min(box.y, box.y + dy - reach);
  const width = Math.max(box.x + box.width, box.x + box.width + dx + reach) - x;
  return { x, y, width, height: Math.max(box.y + box.height, box.y + box.height + dy + reach) - y };
}

const steps: Record<string, Step> = {
  feDropShadow: ({ values }, [input]) => {
    const blurred = input.kind === "source" ? blur(values.stdDeviation ?? [2, 2], alone) : null;
    const shadow = blurred && { ...moved(blurred, values.dx ?? 2, values.dy ?? 2), colour: colourOf(values) };
    return shadow && { kind: "over", shadow };
  },
  feGaussianBlur: ({ values }, [input]) => {
    const before = silhouette(input);
    const shadow = before && blur(values.stdDeviation ?? [0, 0], before);
    return shadow && { kind: "shadow", shadow };
  },
  feOffset: ({ values }, [input]) =>
    input.kind === "shadow" ? { ...input, shadow: moved(input.shadow, values.dx ?? 0, values.dy ?? 0) } : null,
  feColorMatrix: (primitive, [input]) => {
    const change = colourChange(applyMatrix(colourMatrixOf(primitive)), primitive.linearRgb);
    if (input.kind !== "shadow" || change({ ...black, alpha: 0 }).alpha > 0) return null;
    return { ...input, shadow: { ...input.shadow, colour: change(input.shadow.colour) } };
  },
  feFlood: ({ values }) => {
    const colour = colourOf(values);
    return colour.alpha === 0 ? { kind: "nothing" } : { kind: "flood", colour };
  },
  feComposite: ({ values }, inputs) => composite(values.operator ?? "over", inputs),
  feBlend: ({ values }, [upper, lower]) => ((values.mode ?? "normal") === "normal" ? layered([lower, upper]) : null),
  feMerge: (_primitive, inputs) => layered(inputs),
};

/** What an opaque element or its shadow looks like before it is blurred; null where colours would mix. */
function silhouette(input: Result): Shadow | null {
  if (input.kind === "shadow") return input.shadow;
  return input.kind === "source" && input.colour !== null ? { ...alone, colour: input.colour } : null;
}

function blur(deviation: FilterPrimitive["values"][string], shadow: Shadow): Shadow | null {
  const [x, y] = Array.isArray(deviation) ? deviation : [0, 0];
  return x === y && x >= 0 ? { ...shadow, deviation: Math.hypot(shadow.deviation, x) } : null;
}

function moved(shadow: Shadow, dx: FilterPrimitive["values"][string], dy: FilterPrimitive["values"][string]): Shadow {
  return { ...shadow, dx: shadow.dx + Number(dx), dy: shadow.dy + Number(dy) };
}

function colourOf(values: FilterPrimitive["values"]): Colour {
  const colour = values["flood-color"];
  return typeof colour === "object" && "alpha" in colour ? colour : black;
}

/** A flood in a shadow colours it; a shadow out of the element is the shadow, since the element covers the rest. */
function composite(operator: FilterPrimitive["values"][string], [upper, lower]: Result[]): Result | null {
  if (operator === "over") return layered([lower, upper]);
  if (operator === "in" && upper.kind === "flood" && lower.kind === "shadow") {
    const colour = { ...upper.colour, alpha: upper.colour.alpha * lower.shadow.colour.alpha };
    return { kind: "shadow", shadow: { ...lower.shadow, colour } };
  }
  return operator === "out" && upper.kind === "shadow" && isElement(lower) ? upper : null;
}

function isElement(result: Result): boolean {
  if (result.kind === "source") return true;
  if (result.kind !== "shadow") return false;
  const { dx, dy, deviation, colour } = result.shadow;
  return dx === 0 && dy === 0 && deviation === 0 && colour.alpha === 1;
}

/** Lowest first: one shadow, and the element over it. */
function layered(results: Result[]): Result | null {
  const [lower, upper, more] = results.filter(({ kind }) => kind !== "nothing");
  if (more !== undefined || lower === undefined) return null;
  if (upper === undefined) return lower;
  return lower.kind === "shadow" && upper.kind === "source" ? { kind: "over", shadow: lower.shadow } : null;
}
