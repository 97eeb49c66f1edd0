import { toLinear } from "../../filters/colour";
import type { Colour, FilterPrimitive, FilterUse, Group } from "../../scene";
import { escaped, number, rgb } from "./numbers";

/** A filter with everything in the node's user space. `shared` keeps what an feImage shows and gives its id. */
export function filterText(id: string, filter: FilterUse, shared: (group: Group) => string): string {
  const primitives = filter.primitives.map((primitive) => primitiveText(primitive, shared)).join("");
  return `<filter id="${id}" filterUnits="userSpaceOnUse" primitiveUnits="userSpaceOnUse" ${box(filter.region)}>${primitives}</filter>`;
}

function box({ x, y, width, height }: FilterUse["region"]): string {
  return `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
}

function primitiveText(primitive: FilterPrimitive, shared: (group: Group) => string): string {
  const { type, inputs, result, region, linearRgb, children, content } = primitive;
  const own = lit(primitive);
  const values = content === null ? own : { ...own, href: `#${shared(content)}` };
  const inner = children.map((child) => `<${child.type}${attributes(child.values)}/>`).join("");
  const sources = inputs.map((input, index) => ` ${index === 0 ? "in" : "in2"}="${escaped(input)}"`).join("");
  const merged = type === "feMerge" ? inputs.map((input) => `<feMergeNode in="${escaped(input)}"/>`).join("") : inner;
  const named = type === "feMerge" ? "" : sources;
  const space = `color-interpolation-filters="${linearRgb ? "linearRGB" : "sRGB"}"`;
  const output = result === "" ? "" : ` result="${escaped(result)}"`;
  return `<${type} ${box(region)} ${space}${named}${output}${attributes(values)}>${merged}</${type}>`;
}

/** With the light's colour in the space that the light is worked out in: resvg takes its numbers as they are. */
function lit({ values, linearRgb }: FilterPrimitive): FilterPrimitive["values"] {
  const colour = values["lighting-color"];
  if (!linearRgb || typeof colour !== "object" || !("alpha" in colour)) return values;
  const linear = (channel: number) => 255 * toLinear(channel / 255);
  const { red, green, blue } = colour;
  return { ...values, "lighting-color": { ...colour, red: linear(red), green: linear(green), blue: linear(blue) } };
}

function attributes(values: Record<string, string | number | number[] | Colour>): string {
  return Object.entries(values)
    .filter(([name]) => name !== "flood-opacity")
    .map(([name, value]) => ` ${name}="${attribute(value)}"${name === "flood-color" ? opacityOf(value) : ""}`)
    .join("");
}

/** A flood's colour has its opacity worked in, whatever the source said it with. */
function opacityOf(value: FilterPrimitive["values"][string]): string {
  return typeof value === "object" && "alpha" in value ? ` flood-opacity="${number(value.alpha)}"` : "";
}

function attribute(value: string | number | number[] | Colour): string {
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return escaped(value);
  return Array.isArray(value) ? value.map(number).join(" ") : rgb(value);
}
