import { drawnPicture } from "./pictures";
import type { ModelTrouble } from "./trouble";

export const openaiTokens = { input: 60, output: 4160 };

/** The body that `POST /v1/images/generations` and `/v1/images/edits` answer with. @param size as in `1024x1536`. */
export async function openaiAnswer(size: string, trouble: ModelTrouble): Promise<object> {
  const [width, height] = size.split("x").map(Number);
  const picture = trouble.picture ?? (await drawnPicture(width || 1024, height || 1024));
  return {
    created: 1_790_000_000,
    size,
    data: trouble.empty ? [] : [{ b64_json: picture.toString("base64") }],
    usage: {
      input_tokens: openaiTokens.input,
      output_tokens: openaiTokens.output,
      total_tokens: openaiTokens.input + openaiTokens.output,
    },
  };
}

/** An error in OpenAI's form. */
export const openaiError = (status: number, word: string | undefined) => ({
  error: { message: `stand-in says ${status}`, type: "stand_in_error", param: null, code: word ?? null },
});
