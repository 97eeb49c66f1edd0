import type * as CssTree from "css-tree";
import { whenAsked } from "../../installed";

// The parts of css-tree that are needed: the whole of it also loads the syntax of every property, for a tenth of a second.
const parser = whenAsked<typeof CssTree.parse>("css-tree/parser");
const generator = whenAsked<typeof CssTree.generate>("css-tree/generator");
const walker = whenAsked<typeof CssTree.walk>("css-tree/walker");

export const parse = (text: string, options: CssTree.ParseOptions): CssTree.CssNode => parser()(text, options);

export const generate = (node: CssTree.CssNode): string => generator()(node);

/** Calls `enter` for every declaration in a list of them. */
export const eachDeclaration = (list: CssTree.CssNode, enter: (declaration: CssTree.Declaration) => void): void =>
  walker()(list, { visit: "Declaration", enter });
