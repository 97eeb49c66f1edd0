import type { Atrule, Rule } from "css-tree";
import { type Declaration, readSheetDeclarations } from "./declarations";
import { generate } from "./syntax";

/** What an animation declares at its two ends; what stands between them is over when it rests. */
export interface Keyframes {
  name: string;
  start: Declaration[];
  end: Declaration[];
}

/** A `@keyframes` rule (CSS Animations 1, 3); none without a name. */
export function readKeyframes({ prelude, block }: Atrule): Keyframes[] {
  const name = prelude === null ? "" : generate(prelude).replace(/^(["'])(.*)\1$/s, "$2");
  if (name === "") return [];
  const rules = block?.children.toArray().filter((node): node is Rule => node.type === "Rule") ?? [];
  const at = (moment: RegExp) => rules.filter(({ prelude }) => momentsOf(prelude).some((text) => moment.test(text)));
  const start = at(/^(?:from|0+%)$/i).flatMap(declarationsOf);
  return [{ name, start, end: at(/^(?:to|100%)$/i).flatMap(declarationsOf) }];
}

function momentsOf(prelude: Rule["prelude"]): string[] {
  return generate(prelude)
    .split(",")
    .map((moment) => moment.trim());
}

/** `!important` means nothing in a keyframe, and such a declaration does not count. */
function declarationsOf({ block }: Rule): Declaration[] {
  return readSheetDeclarations(generate(block).replace(/^\{|\}$/g, "")).filter(({ important }) => !important);
}
