import type { Scene } from "../scene";
import type { Mapped, Slide } from "../slide";
import type { Build, MapDecisions, MapPage, MapTools, Place } from "./build";
import { Ids } from "./ids";
import { MediaList } from "./media";
import { loadPathKit } from "./pathkit";
import { emuPerPixel } from "./placing";
import { mapNode } from "./walk";

export type { MapDecisions, MapPage, MapTools } from "./build";

/**
 * A scene as a slide: every element as native shapes unless policy decided otherwise, in order of painting.
 * @param decisions by node; a node that is not in it is native, or drawn when it has a mask, filter or blend mode.
 * @param page where the scene stands, in EMU and EMU per user unit.
 * @returns the slide, and one row for every painted element, drawn or not.
 * @throws what `tools.signal` was aborted with; TracepressError `too_large` of `tools.deadline`.
 */
export async function mapScene(
  scene: Scene,
  decisions: MapDecisions,
  page: MapPage,
  tools: MapTools,
): Promise<{ slide: Slide; mapped: Mapped[] }> {
  await loadPathKit();
  const build: Build = {
    page,
    slide: { x: 0, y: 0, width: page.width / emuPerPixel, height: page.height / emuPerPixel },
    decisions,
    tools,
    ids: new Ids(),
    media: new MediaList(),
    rows: [],
  };
  const outcome = mapNode(build, scene.root, placeOf(page));
  const shapes = outcome.shapes.flatMap((shape) =>
    shape.kind === "group" && shape.element === scene.root.origin.id ? shape.children : [shape],
  );
  const slide: Slide = {
    width: page.width,
    height: page.height,
    background: tools.background ?? "FFFFFF",
    title: scene.title,
    shapes,
    media: build.media.all,
  };
  return { slide, mapped: build.rows };
}

function placeOf({ scale, offset }: MapPage): Place {
  const unit = scale / emuPerPixel;
  const matrix = [unit, 0, 0, unit, offset.x / emuPerPixel, offset.y / emuPerPixel] as const;
  return { matrix, opacity: 1, clip: null, copied: false, reasons: [] };
}
