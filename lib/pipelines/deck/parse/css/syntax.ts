/** The parts of css-tree that are needed: the whole of it also loads the syntax of every property, for a tenth of a second. */
export { default as generate } from "css-tree/generator";
export { default as parse } from "css-tree/parser";
export { default as walk } from "css-tree/walker";
