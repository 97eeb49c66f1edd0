import { Face } from "./face";
import type { FaceStyle } from "./matching";
import type { FontRecord } from "./record";

/** Faces that were opened, each once. */
export class FaceShelf {
  private readonly faces = new Map<string, Face>();

  /** The font in this style, where it varies. @param asked axes of `font-variation-settings`, which win over the style. */
  face(record: FontRecord, style: FaceStyle, asked: Readonly<Record<string, number>>): Face {
    const axes = axesFor(record, style, asked);
    const key = `${record.file} ${record.index} ${JSON.stringify(axes)}`;
    let face = this.faces.get(key);
    if (face === undefined) {
      face = new Face(record, axes);
      this.faces.set(key, face);
    }
    return face;
  }
}

/** Where a variable font stands: weight, width and slant as the style says, the rest as asked. */
function axesFor(
  record: FontRecord,
  style: FaceStyle,
  asked: Readonly<Record<string, number>>,
): Record<string, number> {
  const axes: Record<string, number> = {};
  const wanted: Record<string, number> = { wght: style.weight, wdth: style.stretch, ...asked };
  for (const [tag, [least, usual, most]] of record.axes) {
    if (wanted[tag] === undefined) continue;
    const value = Math.min(most, Math.max(least, wanted[tag]));
    if (value !== usual) axes[tag] = value;
  }
  return axes;
}
