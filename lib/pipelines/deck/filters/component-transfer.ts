import type { FilterPrimitive } from "../scene";
import type { Channels } from "./colour";

type Child = FilterPrimitive["children"][number];
type Curve = (value: number) => number;

const unchanged: Curve = (value) => value;

/** The four functions of an feComponentTransfer (Filter Effects 1, 9.7); the last of each kind counts. */
export function transferOf({ children }: FilterPrimitive): (channels: Channels) => Channels {
  const curves = ["feFuncR", "feFuncG", "feFuncB", "feFuncA"].map((type) =>
    curveOf(children.findLast((child) => child.type === type)),
  );
  return (channels) => channels.map((value, index) => curves[index](value)) as Channels;
}

function curveOf(child: Child | undefined): Curve {
  if (child === undefined) return unchanged;
  const number = (name: string, otherwise: number) => {
    const value = child.values[name];
    return typeof value === "number" ? value : otherwise;
  };
  const table = Array.isArray(child.values.tableValues) ? child.values.tableValues : [];
  switch (child.values.type) {
    case "linear":
      return (value) => number("slope", 1) * value + number("intercept", 0);
    case "gamma":
      return (value) => number("amplitude", 1) * value ** number("exponent", 1) + number("offset", 0);
    case "table":
      return table.length === 0 ? unchanged : (value) => between(table, value);
    case "discrete":
      return table.length === 0
        ? unchanged
        : (value) => table[Math.min(table.length - 1, Math.floor(value * table.length))];
    default:
      return unchanged;
  }
}

function between(table: number[], value: number): number {
  const steps = table.length - 1;
  const step = Math.min(steps, Math.floor(value * steps));
  const next = Math.min(steps, step + 1);
  return table[step] + (value * steps - step) * (table[next] - table[step]);
}
