import { createHash } from "node:crypto";

/** What was drawn for a slide, so that the same is drawn once however often it stands there. */
export class DrawnOnce<Drawn> {
  /** By the hash of what was asked, which may be megabytes. */
  private readonly known = new Map<string, Drawn>();

  /** @param asked all that the drawing follows from. @throws what `draw` throws, each time. */
  taken(asked: string, draw: () => Drawn): Drawn {
    const key = createHash("sha256").update(asked).digest("base64");
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const drawn = draw();
    this.known.set(key, drawn);
    return drawn;
  }
}
