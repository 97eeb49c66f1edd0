import type { SlideParts } from "@/lib/pipelines/deck/embed";

/** What became of one SVG in the thread. */
export type Converted =
  | { kind: "slide"; parts: SlideParts }
  | { kind: "refused"; code: string; message: string }
  | { kind: "crash"; message: string };
