import { number } from "./counting";

/** The sentences of looking at one page closely. */
export const viewer = {
  place: (place: number, total: number) => `${number(place)} of ${number(total)}`,
  looks: "What to see",
  modes: {
    coloring: { source: "Picture", both: "Both", result: "Page", paper: "On paper" },
    deck: { source: "SVG", both: "Both", result: "Slide" },
  },
  sourceAlt: (name: string) => `${name} as it was sent`,
  resultAlt: {
    coloring: (name: string) => `The page of ${name}`,
    deck: (name: string) => `The slide of ${name}`,
  },
  noSource: "What was sent cannot be shown as a picture.",
  loading: "Opening the page…",
  slider: "How much of the picture is seen, from the left",
  tools: "Look closer",
  percent: (percent: number) => `Zoom ${percent} %`,
  paper: (width: string, height: string, margin: string | null) =>
    `${width} × ${height} mm, ${margin === null ? "without a margin" : `with a margin of ${margin} mm`}. Zoom 100 % is its real size on most screens.`,
  unprinted: "The page could not be loaded, so it was not printed. ",
  keysTitle: "Keys while looking at a page",
  keysPointer: "With the pointer",
  gestures: [
    { keys: ["wheel"], label: "Zoom where the pointer is" },
    { keys: ["drag"], label: "Move the page" },
    { keys: ["double click"], label: "Zoom to its pixels, and back" },
    { keys: ["two fingers"], label: "Zoom and move" },
  ],
  actions: {
    source: "See what was sent",
    both: "See both, parted by the slider",
    result: "See what came out",
    paper: "See it on paper, at its real size",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    whole: "Whole page",
    pixels: "Each pixel as one",
    left: "Look further left",
    right: "Look further right",
    up: "Look further up",
    down: "Look further down",
    next: "Next page",
    previous: "Page before",
    print: "Print this page",
    keys: "List all keys",
    close: "Close",
  },
};
