import { paintBox } from "../../bounds";
import { intersection } from "../../box";
import { applyToRect } from "../../matrix";
import type { Rect, Text } from "../../scene";
import { type Build, nothing, type Outcome, type Place } from "../build";
import { grouped } from "../form";
import type { MapReason } from "../reasons";
import { covers, misses } from "../region";
import { mapChildren } from "../walk";
import { textBoxes } from "./boxes";
import { obstacleOf } from "./obstacle";
import { outlinesOf } from "./outline";

/** Text as boxes of text that can be typed into; as outlines where a box cannot show it, or its clip cuts it. */
export function mapText(build: Build, text: Text, place: Place): Outcome {
  const box = inkOf(text, place);
  if (box === null) return nothing("not_painted");
  const seen = intersection(box, build.slide);
  if (seen === null) return nothing("outside_slide");
  if (place.clip !== null && misses(place.clip, seen)) return nothing("clipped_away");
  if (place.clip !== null && !covers(place.clip, seen)) return outlined(build, text, place, ["text_clipped"]);
  const obstacle = build.tools.text === "outline" ? "text_as_outlines" : obstacleOf(text, place.matrix);
  if (obstacle !== null) return outlined(build, text, { ...place, clip: null }, [obstacle]);
  return textBoxes(build, text, place);
}

/** In slide pixels. Glyphs that are pictures have no outlines; their ems stand for them. */
function inkOf(text: Text, { matrix }: Place): Rect | null {
  const painted = text.chunks.some(({ runs }) => runs.some((run) => run.fill !== null || run.stroke !== null));
  const drawn = painted || text.chunks.some(({ runs }) => runs.some((run) => run.decorations.length > 0));
  if (!drawn) return null;
  return paintBox({ ...text, clip: null, filter: null }, matrix) ?? (text.box && applyToRect(matrix, text.box));
}

function outlined(build: Build, text: Text, place: Place, why: MapReason[]): Outcome {
  const { shapes, reasons } = mapChildren({ ...build, rows: [] }, outlinesOf(text), place);
  return { shapes: grouped(build, text, shapes), reasons: [...why, ...reasons] };
}
