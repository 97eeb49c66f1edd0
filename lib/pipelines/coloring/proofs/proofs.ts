import sharp from "sharp";
import type { Stage, StageContext } from "../../pipeline";
import { type ProofStage, proofName, proofType } from "./names";

/** What a stage left, as pixels: grey or sRGB bytes, row by row. */
export interface ProofPixels {
  width: number;
  height: number;
  channels: 1 | 3;
  bytes: Uint8Array;
}

/** Pixels on the long side of a proof. */
export const longestSide = 400;
/** A proof of more bytes is left out: what a trace keeps of a page stays small whatever the picture. */
const mostBytes = 96_000;
const jpegQuality = 72;

/**
 * Takes small pictures of what stages left, from what is in memory already, within the stage's own span, and keeps them
 * even of a page that is refused in the end. A stage that runs again replaces its picture.
 */
export class Proofs {
  /** @param wanted without it stages run as they are. @param slug of the item. */
  constructor(
    private readonly wanted: boolean,
    private readonly slug: string,
  ) {}

  /** The same stage, of whose output a proof is taken. */
  of<Input, Output>(
    name: ProofStage,
    stage: Stage<Input, Output>,
    pixels: (output: Output, input: Input) => ProofPixels,
  ): Stage<Input, Output> {
    if (!this.wanted) return stage;
    return async (input, context) => {
      const output = await stage(input, context);
      const bytes = await jpeg(pixels(output, input));
      if (bytes.length <= mostBytes) await this.store(name, bytes, context);
      context.span.event(bytes.length <= mostBytes ? "proof taken" : "proof too large", { bytes: bytes.length });
      return output;
    };
  }

  private async store(stage: ProofStage, bytes: Buffer, { files, keep }: StageContext): Promise<void> {
    const blob = await files.write(bytes);
    keep({ name: proofName(this.slug, stage), media_type: proofType, blob, role: "intermediate" });
  }
}

function jpeg({ width, height, channels, bytes }: ProofPixels): Promise<Buffer> {
  return sharp(bytes, { raw: { width, height, channels } })
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true, kernel: "linear" })
    .jpeg({ quality: jpegQuality, optimiseCoding: false })
    .toBuffer();
}
