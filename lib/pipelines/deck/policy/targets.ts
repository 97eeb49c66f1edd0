import type { DeckOptions } from "@/lib/contracts/deck";

/**
 * Most of each that one element may have and still be drawn natively. `group_elements` bounds what a filter may make
 * of a group; a group without one is never too large to be a group.
 */
export interface Targets {
  path_segments: number;
  text_runs: number;
  group_elements: number;
  gradient_stops: number;
  filter_primitives: number;
}

/**
 * What each policy allows; `quality` allows at least what `balanced` does, and so on down to `compatibility`. Office
 * programs open outlines of tens of thousands of segments sooner than pictures of them; 65,535 points is the most that
 * their older formats know.
 */
export const targets: Record<DeckOptions["policy"], Targets> = {
  speed: { path_segments: 10_000, text_runs: 500, group_elements: 200, gradient_stops: 40, filter_primitives: 10 },
  balanced: { path_segments: 20_000, text_runs: 1000, group_elements: 500, gradient_stops: 128, filter_primitives: 10 },
  quality: { path_segments: 60_000, text_runs: 2000, group_elements: 1000, gradient_stops: 128, filter_primitives: 10 },
  compatibility: {
    path_segments: 2_000,
    text_runs: 300,
    group_elements: 100,
    gradient_stops: 10,
    filter_primitives: 10,
  },
};
