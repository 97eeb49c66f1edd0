import type { FilterPrimitive, FilterUse } from "../scene";
import { groupOf } from "./frame";
import { type Picture, pictureOf, type Work } from "./picture";

/**
 * A result that shapes cannot say, as a group with the filter's steps up to it: the raster tier draws that one layer,
 * and what is merged with it stays native.
 */
export function drawnUpTo(primitive: FilterPrimitive, work: Work): Picture | null {
  const { filter, source } = work;
  const steps = filter.primitives.slice(0, filter.primitives.indexOf(primitive) + 1);
  if (steps.some(({ type }) => type === "feImage")) return null;
  const layer = groupOf(work.origin, [source]);
  layer.filter = { ...filter, primitives: steps } satisfies FilterUse;
  return pictureOf([layer]);
}

/** The layer under a drop shadow's element: the shadow alone. */
export function shadowAlone(primitive: FilterPrimitive, input: string, work: Work): Picture | null {
  if (input !== "SourceGraphic") return null;
  const { values, region, linearRgb } = primitive;
  const step = (type: string, result: string, inputs: string[], own: FilterPrimitive["values"]): FilterPrimitive => {
    return { type, result, inputs, values: own, region, linearRgb, children: [], content: null };
  };
  const deviation = values.stdDeviation ?? [2, 2];
  const primitives = [
    step("feGaussianBlur", "blurred", ["SourceAlpha"], { stdDeviation: deviation }),
    step("feOffset", "moved", ["blurred"], { dx: values.dx ?? 2, dy: values.dy ?? 2 }),
    step("feFlood", "colour", [], { "flood-color": values["flood-color"] }),
    step("feComposite", "shadow", ["colour", "moved"], { operator: "in" }),
  ];
  const filter = { ...work.filter, primitives };
  return drawnUpTo(primitives[3], { ...work, filter });
}
