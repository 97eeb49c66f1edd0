"use client";

import { catalogues, type Pieces } from "./catalogue";
import { useLanguage } from "./use-messages";

/**
 * Has the pieces that a page will say named in its head, so that they are fetched along with its own scripts, in its
 * language only. Shows nothing.
 */
export function Ahead({ pieces }: { pieces: readonly (keyof Pieces)[] }) {
  const { hints } = catalogues[useLanguage()];
  return pieces.map((piece) => {
    const Hint = hints[piece];
    return <Hint key={piece} />;
  });
}
