import type { Rect } from "../scene";
import type { SourceDocument } from "../source";
import { addressesOf, type Markup, tagsOf, textMarkup } from "./cut-markup";
import type { SvgElement } from "./element";
import { flowed } from "./flowed";
import { htmlParts } from "./html";
import type { Context } from "./scene/context";

/**
 * What an element is in a cut: `drawn` with all it holds; `path`, an ancestor of what is drawn; `referred` to, and so
 * kept with all it holds in `defs`; a `holder` of such, kept for what is inherited from it. The earlier role wins.
 */
type Role = "drawn" | "path" | "referred" | "holder";

interface Plan {
  roles: Map<SvgElement, Role>;
  /** Elements with a role by their parent; copies made by `use` stand under the `use` here. */
  inside: Map<SvgElement, SvgElement[]>;
  /** Elements that keep their ids. */
  named: Set<SvgElement>;
}

/** The document as a source of cuts. Size in user units of the outermost viewport. */
export function cutSource(
  document: SourceDocument["document"],
  ctx: Context,
  size: { width: number; height: number },
): SourceDocument {
  const quiet: Context = { ...ctx, note: () => undefined };
  return {
    document,
    ...size,
    cut: (keys, region) => {
      const drawn = keys.map((key) => document.elements[key]).filter((element) => element !== undefined);
      return standalone(drawn, region, { ctx: quiet, root: document.root, size, named: new Set() });
    },
  };
}

function standalone(drawn: SvgElement[], region: Rect, markup: Markup): string {
  const plan = planOf(drawn, markup.ctx);
  const { x, y, width, height } = region;
  const space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
  const head = `<svg ${space} width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">`;
  return `${head}${written(markup.root, plan, { ...markup, named: plan.named })}</svg>`;
}

function planOf(drawn: SvgElement[], ctx: Context): Plan {
  const plan: Plan = { roles: new Map(), inside: new Map(), named: new Set() };
  const waiting: SvgElement[] = [];
  for (const element of drawn) give(element, "drawn", plan);
  for (const element of drawn) for (const around of ancestors(element)) give(around, "path", plan);
  for (const [element, role] of plan.roles) waiting.push(...addressed(element, role === "drawn", ctx));
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (plan.named.has(element)) continue;
    plan.named.add(element);
    give(element, "referred", plan);
    for (const around of ancestors(element)) give(around, "holder", plan);
    waiting.push(...addressed(element, true, ctx));
    for (const around of ancestors(element)) waiting.push(...addressed(around, false, ctx));
  }
  for (const inner of plan.inside.values()) inner.sort((a, b) => a.key - b.key);
  return plan;
}

function give(element: SvgElement, role: Role, plan: Plan): void {
  if (plan.roles.has(element)) return;
  plan.roles.set(element, role);
  if (element.parent === null) return;
  const beside = plan.inside.get(element.parent);
  if (beside === undefined) plan.inside.set(element.parent, [element]);
  else beside.push(element);
}

function* ancestors(element: SvgElement): Generator<SvgElement> {
  for (let at = element.parent; at !== null; at = at.parent) yield at;
}

/** Elements that this one, and what it holds when asked, refers to. */
function addressed(element: SvgElement, deep: boolean, ctx: Context): SvgElement[] {
  const found = addressesOf(element).flatMap((address) => ctx.reference(address) ?? []);
  if (!deep) return element.tag === "use" ? found.filter(({ tag }) => !isContent(tag)) : found;
  const inner = element.children.filter((child): child is SvgElement => typeof child !== "string");
  return [...found, ...inner.flatMap((child) => addressed(child, true, ctx))];
}

/** A `use` on the way down is written as a group with its copy in it, and needs no target. */
function isContent(tag: string): boolean {
  return /^(?:a|circle|ellipse|g|image|line|path|poly\w+|rect|svg|switch|symbol|text|use)$/.test(tag);
}

function written(element: SvgElement, plan: Plan, markup: Markup): string {
  const role = plan.roles.get(element);
  if (role === "drawn" || role === "referred") return whole(element, markup);
  const inner = (plan.inside.get(element) ?? []).map((child) => {
    const text = written(child, plan, markup);
    const shown = plan.roles.get(child) === "drawn" || plan.roles.get(child) === "path";
    return shown || role === "holder" ? text : `<defs>${text}</defs>`;
  });
  const again = role === "path" && plan.named.has(element) ? `<defs>${whole(element, markup)}</defs>` : "";
  const { open, close } = tagsOf(element, false, markup);
  return `${open}${inner.join("")}${again}${close}`;
}

/** The element with all it holds; what who draws the cut may not know, as the SVG that stands for it. */
function whole(element: SvgElement, markup: Markup): string {
  const parts = standingFor(element, markup.ctx);
  const { open, close } = tagsOf(element, parts === null, markup);
  const inner = (parts ?? element.children).map((child) =>
    typeof child === "string" ? textMarkup(child) : whole(child, markup),
  );
  return `${open}${inner.join("")}${close}`;
}

/** Of HTML, and of text whose lines are broken here; null for any other element. */
function standingFor(element: SvgElement, ctx: Context): SvgElement[] | null {
  if (element.tag === "foreignObject") return htmlParts(element, ctx);
  const text = element.tag === "text" || element.tag === "flowRoot" ? flowed(element, ctx) : null;
  return text === null ? null : [text];
}
