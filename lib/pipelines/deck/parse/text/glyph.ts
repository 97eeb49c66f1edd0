import { multiply } from "../../matrix";
import { transformPath } from "../../outline";
import type { Glyph, PathData } from "../../scene";
import type { PlacedCluster } from "./flow";

/** The glyphs of a cluster, each drawn only when it is asked for: most texts stay text. */
export function glyphsOf({ cluster, matrix }: PlacedCluster): Glyph[] {
  const { face, style } = cluster.item;
  let pen = 0;
  return cluster.glyphs.map((shaped) => {
    const { size } = style;
    const own = multiply(matrix, [size, 0, 0, size, (pen + shaped.dx) * size, shaped.dy * size]);
    pen += shaped.advance;
    return new PlacedGlyph(() => transformPath(face.outline(shaped.glyph), own));
  });
}

class PlacedGlyph implements Glyph {
  private drawn: PathData | undefined;

  constructor(private readonly draw: () => PathData) {}

  get outline(): PathData {
    this.drawn ??= this.draw();
    return this.drawn;
  }
}
