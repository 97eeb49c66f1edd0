import type { ColoringOptions } from "@/lib/contracts/coloring";
import type { StageRunner } from "../pipeline";
import { clean } from "./clean";
import type { Raster } from "./decode";
import { inspect } from "./inspect";
import { giveBack, withShelf } from "./kernels/shelf";
import { countFreeEnds, countHoles } from "./lines/line-graph";
import { normalize } from "./normalize";
import { giveOutlineBack, lengthUnit, outline } from "./outline";
import { ofCanvas, ofDrawing, ofOutline } from "./proofs/pictures";
import type { Proofs } from "./proofs/proofs";
import { firstGood } from "./redraw";
import type { PlacedCurves } from "./strokes";
import { vectorize } from "./vectorize";

/** The built-in engine draws a picture, each time calmer until the page is good; its planes go when this is done. */
export const drawByEngine = (
  raster: Raster,
  asked: { name: string; options: ColoringOptions },
  stage: StageRunner,
  proofs: Proofs,
): Promise<PlacedCurves> => withShelf(() => drawThrough(raster, asked, stage, proofs));

async function drawThrough(
  raster: Raster,
  { name, options }: { name: string; options: ColoringOptions },
  stage: StageRunner,
  proofs: Proofs,
): Promise<PlacedCurves> {
  const { lab, ...canvas } = await stage("normalize", proofs.of("normalize", normalize, ofCanvas), { raster, options });
  const { sheet, placement, picture } = canvas;
  const size = { width: lab.width, height: lab.height };
  const outlines = await stage("outline", proofs.of("outline", outline, ofOutline), {
    canvas: { lab, ...canvas },
    options,
  });
  if (outlines.lab !== lab) giveBack(lab.L, lab.a, lab.b);
  const place = { size, scale: placement.scale, unit: lengthUnit(size), grain: canvas.grain, name, options };
  const cleaned = proofs.of("clean", clean, (drawing) => ofDrawing(drawing, size));
  const draw = async (redrawn: number) => {
    const drawing = await stage("clean", cleaned, { outline: outlines, options, scale: placement.scale, redrawn });
    const curves = await stage("vectorize", vectorize, { drawing, ...place });
    const { lines } = drawing.letters;
    const ofLetters = { ends: countFreeEnds(lines), holes: countHoles(lines), specks: 0 };
    const own = { letters: ofLetters, faces: drawing.ofFaces };
    return { curves, wrong: await stage("inspect", inspect, { curves, own, sheet, placement, options }) };
  };
  const { curves } = await firstGood(draw, name);
  giveOutlineBack(outlines);
  return { curves, sheet, placement, picture };
}
