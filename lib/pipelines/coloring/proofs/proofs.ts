import sharp from "sharp";
import type { ArtifactDraft, Stage, StageFiles } from "../../pipeline";
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
 * Takes small pictures of what stages left, from what is in memory already, within the stage's own span.
 * A stage that runs again replaces its picture.
 */
export class Proofs {
  private readonly taken = new Map<ProofStage, Buffer>();

  /** @param wanted without it stages run as they are. */
  constructor(private readonly wanted: boolean) {}

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
      if (bytes.length <= mostBytes) this.taken.set(name, bytes);
      context.span.event(bytes.length <= mostBytes ? "proof taken" : "proof too large", { bytes: bytes.length });
      return output;
    };
  }

  async store(slug: string, files: StageFiles): Promise<ArtifactDraft[]> {
    const taken = [...this.taken];
    return Promise.all(
      taken.map(async ([stage, bytes]): Promise<ArtifactDraft> => {
        const blob = await files.write(bytes);
        return { name: proofName(slug, stage), media_type: proofType, blob, role: "intermediate" };
      }),
    );
  }
}

function jpeg({ width, height, channels, bytes }: ProofPixels): Promise<Buffer> {
  return sharp(bytes, { raw: { width, height, channels } })
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true, kernel: "linear" })
    .jpeg({ quality: jpegQuality, optimiseCoding: false })
    .toBuffer();
}
