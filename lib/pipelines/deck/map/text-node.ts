import { paintBox } from "../bounds";
import { intersection } from "../box";
import type { Text } from "../scene";
import { type Build, nothing, type Outcome, type Place } from "./build";
import { grouped } from "./form";
import type { MapReason } from "./reasons";
import { covers, misses } from "./region";
import { outlinesOf } from "./text-outline";
import { mapChildren } from "./walk";

/** Text as text where nothing cuts it; else as outlines cut to what is seen. */
export function mapText(build: Build, text: Text, place: Place): Outcome {
  const box = paintBox({ ...text, clip: null, filter: null }, place.matrix);
  if (box === null) return nothing("empty_text");
  const seen = intersection(box, build.slide);
  if (seen === null) return nothing("outside_slide");
  if (place.clip !== null && misses(place.clip, seen)) return nothing("clipped_away");
  if (place.clip !== null && !covers(place.clip, seen)) return outlined(build, text, place, "text_clipped");
  return outlined(build, text, { ...place, clip: null }, "text_as_outlines");
}

function outlined(build: Build, text: Text, place: Place, reason: MapReason): Outcome {
  const { shapes, reasons } = mapChildren({ ...build, rows: [] }, outlinesOf(text), place);
  return { shapes: grouped(build, text, shapes), reasons: [reason, ...reasons] };
}
