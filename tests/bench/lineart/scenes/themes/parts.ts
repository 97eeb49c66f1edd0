import { area, band, blob, box, type Element, line, oval, place } from "../drawing";
import { c } from "../palette";

/** An eye round (x, y) that looks at us. */
export const eye = (x: number, y: number, r: number, iris: string): Element[] => [
  area(c.white, oval(x, y, r)),
  area(iris, oval(x, y, 0.64 * r)),
  area(c.ink, oval(x, y, 0.36 * r)),
];

export const sun = (x: number, y: number, r: number): Element[] => [
  ...Array.from({ length: 10 }, (_, i) =>
    place({ x, y, turn: 36 * i }, area(c.amber, box(-0.09 * r, -1.75 * r, 0.18 * r, 0.5 * r, 0.09 * r))),
  ).flat(),
  area(c.yellow, oval(x, y, r)),
];

/** A cloud about 100 wide, with its flat foot at (0, 0). */
export const cloud = (x: number, y: number, scale = 1, fill: string = c.white): Element[] =>
  place(
    { x, y, scale },
    area(fill, oval(-28, -16, 20, 16), oval(0, -26, 26, 26), oval(28, -15, 20, 15), box(-40, -20, 80, 20, 10)),
  );

/** A wheel with a tyre and a hub. */
export const wheel = (x: number, y: number, r: number, rim: string = c.silver): Element[] => [
  area(c.ink, oval(x, y, r)),
  area(rim, oval(x, y, 0.62 * r)),
  area(c.slate, oval(x, y, 0.22 * r)),
];

/** A tree of a round crown on a trunk that stands on (x, y), about 100 high. */
export const tree = (x: number, y: number, scale = 1, crown: string = c.green): Element[] =>
  place(
    { x, y, scale },
    area(c.brown, "M-7 0L-5 -42H5L7 0z"),
    area(crown, blob("-34,-52 -30,-78 -6,-98 20,-88 36,-64 28,-42 0,-36 -24,-38")),
  );

/** A fir that stands on (x, y), about 100 high. */
export const fir = (x: number, y: number, scale = 1, green: string = c.forest): Element[] =>
  place(
    { x, y, scale },
    area(c.brown, box(-6, -16, 12, 16)),
    area(green, "M0 -100L20 -70H10L28 -42H14L34 -14H-34L-14 -42H-28L-10 -70H-20z"),
  );

/** A flower head of `petals` round (x, y). */
export const blossom = (
  x: number,
  y: number,
  r: number,
  petals: number,
  fill: string,
  heart: string = c.yellow,
): Element[] => [
  ...Array.from({ length: petals }, (_, i) =>
    place({ x, y, turn: (360 * i) / petals }, area(fill, oval(0, -0.66 * r, (1.5 * r) / petals, 0.4 * r))),
  ).flat(),
  area(heart, oval(x, y, 0.38 * r)),
];

/** A pointed leaf from (0, 0) upwards, with its middle rib. */
export const leaf = (length: number, width: number, fill: string): Element[] => [
  area(
    fill,
    `M0 0C${-width} ${-0.3 * length} ${-0.7 * width} ${-0.8 * length} 0 ${-length}C${0.7 * width} ${-0.8 * length} ${width} ${-0.3 * length} 0 0z`,
  ),
  line(`M0 0V${-0.82 * length}`, 2.4),
];

/** A window with a cross bar; (x, y) is its top left corner. */
export const pane = (
  x: number,
  y: number,
  width: number,
  height: number,
  frame: string = c.white,
  glass: string = c.sky,
): Element[] => [
  area(frame, box(x, y, width, height)),
  area(
    glass,
    ...[0, 1].flatMap((i) =>
      [0, 1].map((j) => {
        const gap = 0.08 * Math.min(width, height);
        const [w, h] = [(width - 3 * gap) / 2, (height - 3 * gap) / 2];
        return box(x + gap + i * (w + gap), y + gap + j * (h + gap), w, h);
      }),
    ),
  ),
];

/** A smile of the pen. */
export const smile = (x: number, y: number, width: number, depth: number, pen = 3.2): Element =>
  line(`M${x - width / 2} ${y}Q${x} ${y + 2 * depth} ${x + width / 2} ${y}`, pen);

export const stem = (d: string, width: number, fill: string = c.forest): Element => area(fill, band(d, width));
