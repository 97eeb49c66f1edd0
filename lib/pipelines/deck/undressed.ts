import type { NodeBase } from "./scene";

/** Nothing put on a node: neither see-through nor blended, cut, masked or filtered. */
export const undressed = {
  opacity: 1,
  blend: "normal",
  isolated: false,
  clip: null,
  mask: null,
  filter: null,
} as const satisfies Partial<NodeBase>;
