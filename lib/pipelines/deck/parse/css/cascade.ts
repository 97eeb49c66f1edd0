import type { Budget } from "../budget";
import type { DraftDocument, DraftElement } from "../draft";
import type { SvgElement } from "../element";
import { compact } from "../few-entries";
import { animationsAtRest } from "./animation";
import { type Declaration, readDeclarations, readPresentation } from "./declarations";
import { htmlDefaults } from "./html-defaults";
import type { Keyframes } from "./keyframes";
import { isPresentation } from "./properties";
import { readSelector, type Selector } from "./selectors";
import type { SheetRule } from "./sheet";

interface RankedRule {
  selector: Selector;
  declarations: Declaration[];
  order: number;
}

/** What the style sheets of a document say together. */
export interface Stated {
  rules: SheetRule[];
  keyframes: ReadonlyMap<string, Keyframes>;
}

/** Is told of what is not followed to the letter. */
export interface CascadeNotes {
  selectorIgnored(): void;
  animated(element: SvgElement): void;
}

/**
 * Fills `declared` of every element: what HTML's own sheet says, presentation attributes, then rules by specificity and
 * order, then `style`, then what animations come to, then the same once more for what is `!important` (CSS Cascade 4, 6).
 */
export function cascade(document: DraftDocument, stated: Stated, budget: Budget, notes: CascadeNotes): void {
  const rules = new RuleIndex(stated.rules, notes.selectorIgnored);
  const styles = new Map<string, Declaration[]>();
  const attributes: KnownAttributes = new Map();
  const html = new Set<SvgElement>();
  for (const element of document.elements as DraftElement[]) {
    budget.tick();
    const { parent } = element;
    if (parent !== null && (parent.tag === "foreignObject" || html.has(parent))) html.add(element);
    const declared = html.has(element) ? new Map(htmlDefaults(element)) : new Map<string, string>();
    present(element, declared, attributes);
    const layers = [...rules.of(element, budget).map(({ declarations }) => declarations), styleOf(element, styles)];
    for (const layer of layers) set(declared, layer, false);
    const rest = animationsAtRest((property) => declared.get(property) ?? "", stated.keyframes);
    if (rest !== null) notes.animated(element);
    set(declared, rest ?? [], false);
    for (const layer of layers) set(declared, layer, true);
    if (declared.size > 0) element.declared = compact(declared);
  }
}

function present(element: SvgElement, declared: Map<string, string>, attributes: KnownAttributes): void {
  for (const [name, value] of element.attributes) {
    if (!isPresentation(name)) continue;
    for (const { property, value: part } of presentationOf(name, value, attributes)) declared.set(property, part);
  }
}

function set(declared: Map<string, string>, declarations: Declaration[], important: boolean): void {
  for (const declaration of declarations) {
    if (declaration.important === important) declared.set(declaration.property, declaration.value);
  }
}

/** Declarations by property, then by value. */
type KnownAttributes = Map<string, Map<string, Declaration[]>>;

/** Longer values are seldom repeated. */
const longestKnown = 64;

/** Drawings repeat their presentation attributes; each short one is read once. */
function presentationOf(property: string, value: string, known: KnownAttributes): Declaration[] {
  if (value.length > longestKnown) return readPresentation(property, value);
  let ofProperty = known.get(property);
  if (ofProperty === undefined) {
    ofProperty = new Map();
    known.set(property, ofProperty);
  }
  let declarations = ofProperty.get(value);
  if (declarations === undefined) {
    declarations = readPresentation(property, value);
    ofProperty.set(value, declarations);
  }
  return declarations;
}

/** Drawings repeat their `style` attributes; each text is read once. */
function styleOf(element: SvgElement, known: Map<string, Declaration[]>): Declaration[] {
  const text = element.attributes.get("style");
  if (text === undefined || text === "") return [];
  let declarations = known.get(text);
  if (declarations === undefined) {
    declarations = readDeclarations(text);
    known.set(text, declarations);
  }
  return declarations;
}

/** Rules by the id, class or tag their last part must have, so that an element is tested against few. */
class RuleIndex {
  private readonly byKey = new Map<string, RankedRule[]>();

  constructor(sheet: SheetRule[], broken: () => void) {
    let order = 0;
    for (const { selectors, declarations } of sheet) {
      for (const node of selectors) {
        const selector = readSelector(node);
        if (selector === null) broken();
        else this.add({ selector, declarations, order: order++ });
      }
    }
  }

  private add(rule: RankedRule): void {
    const { key } = rule.selector;
    const rules = this.byKey.get(key);
    if (rules === undefined) this.byKey.set(key, [rule]);
    else rules.push(rule);
  }

  /** Rules that match, the weakest first. */
  of(element: SvgElement, budget: Budget): RankedRule[] {
    if (this.byKey.size === 0) return [];
    const matching: RankedRule[] = [];
    for (const key of keysOf(element)) {
      for (const rule of this.byKey.get(key) ?? []) {
        budget.tick();
        if (rule.selector.matches(element)) matching.push(rule);
      }
    }
    return matching.sort((a, b) => a.selector.specificity - b.selector.specificity || a.order - b.order);
  }
}

function keysOf(element: SvgElement): Set<string> {
  const keys = new Set(["", element.tag]);
  const id = element.attributes.get("id");
  if (id) keys.add(`#${id}`);
  for (const name of (element.attributes.get("class") ?? "").split(/\s+/)) if (name !== "") keys.add(`.${name}`);
  return keys;
}
