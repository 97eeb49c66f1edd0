import { atRest } from "./at-rest";

/** What somebody does on the way to using something. */
const signs = ["pointerover", "pointerdown", "touchstart", "focusin", "keydown", "dragenter"] as const;

/** Resolves at the first sign of somebody's hands. */
const firstSign = (): Promise<void> =>
  new Promise((resolve) => {
    const options = { capture: true, passive: true };
    const seen = () => {
      for (const sign of signs) window.removeEventListener(sign, seen, options);
      resolve();
    };
    for (const sign of signs) window.addEventListener(sign, seen, options);
  });

let near: Promise<void> | null = null;

/** Resolves when a page at rest may be added to, or somebody is about to use it; on the server at once. */
export function handsNear(): Promise<void> {
  if (typeof window === "undefined") return Promise.resolve();
  near ??= Promise.race([firstSign(), atRest()]);
  return near;
}
