/**
 * The root of the tree that an element hangs from, of which every step halves the way (union by links with path halving,
 * Tarjan and van Leeuwen 1984). Changes `parent`.
 * @param parent of each element; a root is its own.
 */
export function rootOf(parent: Int32Array, element: number): number {
  let at = element;
  while (parent[at] !== at) at = parent[at] = parent[parent[at]];
  return at;
}
