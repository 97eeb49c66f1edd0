import type { DrawRequest } from "./model";

const details: Record<DrawRequest["detail"], string> = {
  simple: "10 to 30 large areas, for small hands",
  standard: "40 to 80 areas",
  detailed: "100 to 200 areas, for patient colorists",
};

/** What the page is to show. */
function subject({ picture, prompt }: DrawRequest): string {
  const wish = prompt.trim();
  if (!picture) return `Draw: ${wish}`;
  return wish ? `Draw what the picture shows, and heed this: ${wish}` : "Draw what the picture shows.";
}

/** Width and height of the drawing that a vector model is asked for. */
export function canvasOf({ picture, shape }: DrawRequest): { width: number; height: number } {
  if (picture) return { width: picture.width, height: picture.height };
  return { portrait: { width: 800, height: 1050 }, landscape: { width: 1050, height: 800 }, square: square }[shape];
}

const square = { width: 900, height: 900 };

/** Asks for line art as an SVG, which is all the answer may hold. */
export function askForSvg(request: DrawRequest): { system: string; ask: string } {
  const { width, height } = canvasOf(request);
  const system = [
    "You draw coloring pages as SVG line art, to be printed on paper and colored with crayons.",
    "Answer with one <svg> element and nothing else: no words, no Markdown.",
    `Its viewBox is "0 0 ${width} ${height}"; everything lies inside of it.`,
    "Use only <g>, <path>, <line>, <polyline>, <polygon>, <rect>, <circle> and <ellipse>.",
    'Every line is drawn with stroke="black" and fill="none": nothing is filled, shaded, hatched or grey.',
    "Outlines are closed, smooth and meet where they touch, so that each area can be colored; draw no text and no frame.",
    "Where one thing covers another, leave out the lines behind it.",
  ].join("\n");
  return { system, ask: `${subject(request)}\nThe page has about ${details[request.detail]}.` };
}

/** Asks for line art as a picture. */
export const askForPicture = (request: DrawRequest): string =>
  [
    request.picture ? "Turn this picture into a coloring page." : "Make a coloring page.",
    subject(request),
    `The page has about ${details[request.detail]}.`,
    "Clean black outlines of one width on pure white; every area is closed so that it can be colored.",
    "No color, no grey, no shading, no hatching, no filled areas, no text, no frame.",
  ].join("\n");
