import dynamic from "next/dynamic";
import { along, type Loaders } from "../along";
import type { Pieces } from "../catalogue";

/** English. What a page says is fetched in one piece, apart from what other pages say. */
export const pieces: Loaders<Pieces> = {};

export const hints = {
  app: dynamic(along(pieces, "app", () => import("./app"))),
  aside: dynamic(along(pieces, "aside", () => import("./aside"))),
  batchPages: dynamic(along(pieces, "batchPages", () => import("./batch-pages"))),
  batchTab: dynamic(along(pieces, "batchTab", () => import("./batch"))),
  coloringStudio: dynamic(along(pieces, "coloringStudio", () => import("./coloring-studio"))),
  deckOptions: dynamic(along(pieces, "deckOptions", () => import("./deck-options"))),
  deckTab: dynamic(along(pieces, "deckTab", () => import("./deck-tab"))),
  options: dynamic(along(pieces, "options", () => import("./options"))),
  tools: dynamic(along(pieces, "tools", () => import("./tools"))),
  traceViewer: dynamic(along(pieces, "traceViewer", () => import("./trace-viewer"))),
};
