import type { Declaration } from "./declarations";
import type { Keyframes } from "./keyframes";

type Longhand = [property: string, value: string];

const directions = /^(?:normal|reverse|alternate|alternate-reverse)$/i;
const fillModes = /^(?:forwards|backwards|both)$/i;
const playStates = /^(?:running|paused)$/i;
const passedOver = /^(?:[-+.\d]+m?s|linear|ease(?:-in|-out|-in-out)?|step-(?:start|end)|[\w-]+\(.*\)|none|auto)$/is;
const count = /^(?:infinite|[.\d]+)$/i;

/** Longer lists are no drawing's. */
const longest = 1_000;

/** Of `fade 2s ease-in both, turn 1s` the parts that say how an animation ends, one value for each (CSS Animations 1, 4). */
export function animationParts(value: string): Longhand[] {
  if (value.length > longest) return [];
  const animations = value.split(/,(?![^(]*\))/).map(partsOf);
  return Object.keys(animations[0]).map((property) => [property, animations.map((parts) => parts[property]).join(",")]);
}

function partsOf(animation: string): Record<string, string> {
  const words = animation.trim().match(/[^\s(]+(?:\([^)]*\))?/g) ?? [];
  const take = (kind: RegExp, otherwise: string): string => {
    const at = words.findIndex((word) => kind.test(word));
    return at === -1 ? otherwise : words.splice(at, 1)[0];
  };
  return {
    "animation-iteration-count": take(count, "1"),
    "animation-direction": take(directions, "normal"),
    "animation-fill-mode": take(fillModes, "none"),
    "animation-play-state": take(playStates, "running"),
    "animation-name": words.find((word) => !passedOver.test(word)) ?? "none",
  };
}

/**
 * What animations leave an element with once they are over: nothing of those that never end, or do not keep what they
 * came to. Null where nothing moves.
 * @param said the value of a property, empty for none.
 */
export function animationsAtRest(
  said: (property: string) => string,
  keyframes: ReadonlyMap<string, Keyframes>,
): Declaration[] | null {
  const names = listOf(said("animation-name"));
  if (!names.some((name) => keyframes.has(name))) return null;
  const nth = (property: string, index: number): string => {
    const list = listOf(said(property));
    return list[index % list.length];
  };
  return names.flatMap((name, index) => {
    const frames = keyframes.get(name);
    const kept = /^(?:forwards|both)$/.test(nth("animation-fill-mode", index));
    if (frames === undefined || !kept || nth("animation-play-state", index) === "paused") return [];
    const rounds = Number(nth("animation-iteration-count", index) || "1");
    if (!Number.isInteger(rounds) || rounds < 1) return [];
    return endsAtStart(nth("animation-direction", index), rounds) ? frames.start : frames.end;
  });
}

function listOf(text: string): string[] {
  return text.split(",").map((part) => part.trim().replace(/^(["'])(.*)\1$/s, "$2"));
}

function endsAtStart(direction: string, rounds: number): boolean {
  if (direction === "reverse") return true;
  if (direction === "alternate") return rounds % 2 === 0;
  return direction === "alternate-reverse" && rounds % 2 === 1;
}
