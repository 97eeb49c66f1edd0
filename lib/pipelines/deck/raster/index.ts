import { TracepressError } from "@/lib/errors";
import { Allowance } from "./allowance";
import { costOf } from "./cost";
import { DrawnOnce } from "./drawn-once";
import { Instances, type Resvg } from "./instances";
import { litInPixels } from "./lighting";
import type { DrawingOptions, Rasterizer } from "./rasterizer";

export type { Rasterizer } from "./rasterizer";

/** Longest side of a drawing in pixels. */
const longest = 4096;
/** Pixels: a drawing larger than this leaves its instance's memory grown for good, so the next slide has another. */
const outgrowing = 2_000_000;

/** Of fonts/: the bytes of the fonts of these families, as CSS names them, that can be needed for an SVG. */
export interface FontSource {
  buffers(families: readonly string[], svg: string): Uint8Array[];
}

const instances = new Instances();

/**
 * Draws by resvg in WebAssembly, whose panics are errors that can be caught. Text is drawn with `fonts` only.
 * Await it again before each slide: it makes up for instances lost to panics.
 * @param awaited drawings of the slide that are known to come, each of which has a share of its time for itself.
 */
export async function loadRasterizer(fonts: FontSource, awaited = 0): Promise<Rasterizer> {
  await instances.fill();
  const allowance = new Allowance(awaited);
  const once = new DrawnOnce<Picture<{ png: Uint8Array }>>();
  return {
    isSpent: (isAwaited) => allowance.isSpent(isAwaited),
    draw: (svg, width, options = {}) =>
      once.taken(`${width} ${JSON.stringify(options)} ${svg}`, () =>
        draw(svg, width, { fonts, allowance, options, taken: pngOf }),
      ),
    paint: (svg, width, options = {}) => draw(svg, width, { fonts, allowance, options, taken: pixelsOf }),
  };
}

type Drawing = InstanceType<Resvg>;
type Image = ReturnType<Drawing["render"]>;

const pngOf = (image: Image) => ({ png: image.asPng() });
const pixelsOf = (image: Image) => ({ pixels: image.pixels });

interface Means<Taken> {
  fonts: FontSource;
  allowance: Allowance;
  options: DrawingOptions;
  /** What is wanted of a finished drawing. */
  taken(image: Image): Taken;
}

type Picture<Taken> = Taken & { width: number; height: number };

function draw<Taken>(svg: string, width: number, { fonts, allowance, options, taken }: Means<Taken>): Picture<Taken> {
  const Renderer = instances.current;
  if (Renderer === undefined) throw notDrawn(new Error("No instance of resvg is ready."));
  let drawing: Drawing | undefined;
  try {
    const cost = costOf(svg, options);
    const isAwaited = options.isAwaited === true;
    drawing = open(Renderer, svg, width, { fonts, most: allowance.pixelsFor(cost, isAwaited) });
    const picture = render(drawing, taken);
    allowance.spend(cost, picture.width * picture.height, isAwaited);
    drawing.free();
    if (picture.width * picture.height > outgrowing) instances.outgrow();
    return picture;
  } catch (thrown) {
    // After a panic not even `free` can be trusted; the whole memory goes.
    if (isPanic(thrown)) instances.retire();
    throw notDrawn(thrown);
  }
}

interface Limits {
  fonts: FontSource;
  /** Most pixels of the drawing. */
  most: number;
}

function open(Renderer: Resvg, svg: string, width: number, { fonts, most: pixels }: Limits): Drawing {
  if (pixels < 1) throw new Error("It would take too long to draw.");
  const font = { fontBuffers: svg.includes("<text") ? fonts.buffers(familiesIn(svg), svg) : [] };
  const asked = Math.max(1, Math.min(longest, Math.round(width)));
  const first = new Renderer(svg, { font, fitTo: { mode: "width", value: asked } });
  const aspect = first.height / first.width;
  const most = Math.floor(Math.min(longest, longest / aspect, Math.sqrt(pixels / aspect)));
  const value = Math.max(1, Math.min(asked, most));
  const lit = litInPixels(svg, value / first.width);
  if (asked <= most && lit === svg) return first;
  first.free();
  return new Renderer(lit, { font, fitTo: { mode: "width", value } });
}

/** Every family that an attribute or a style of the SVG names; more than are used may be among them. */
function familiesIn(svg: string): string[] {
  const lists = svg.matchAll(/font(?:-family)?\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^;}"<]*))/g);
  const names = [...lists].flatMap((match) => (match[1] ?? match[2] ?? match[3] ?? "").split(","));
  return [...new Set(names.map((name) => name.replace(/&quot;|&apos;|["']/g, "").trim()))].filter(Boolean);
}

function render<Taken>(drawing: Drawing, taken: (image: Image) => Taken): Picture<Taken> {
  const image = drawing.render();
  const picture = { ...taken(image), width: image.width, height: image.height };
  image.free();
  return picture;
}

function isPanic(thrown: unknown): boolean {
  return thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
}

function notDrawn(cause: unknown): TracepressError {
  return new TracepressError("internal", "A part of the SVG could not be drawn as a picture.", { cause });
}
