import { drawnPicture } from "./pictures";
import type { ModelTrouble } from "./trouble";

export const geminiTokens = { input: 300, output: 1290 };

/** The body that `POST …:generateContent` answers with. */
export async function geminiAnswer(trouble: ModelTrouble): Promise<object> {
  const usageMetadata = {
    promptTokenCount: geminiTokens.input,
    candidatesTokenCount: geminiTokens.output,
    totalTokenCount: geminiTokens.input + geminiTokens.output,
  };
  const about = { usageMetadata, modelVersion: "gemini-stand-in-1", responseId: "gemini-answer" };
  if (trouble.refusal) return { candidates: [{ finishReason: "IMAGE_SAFETY", index: 0 }], ...about };
  const picture = trouble.picture ?? (await drawnPicture(1152, 864));
  const drawn = { inlineData: { mimeType: "image/png", data: picture.toString("base64") } };
  const parts = trouble.empty ? [{ text: "I would rather talk." }] : [drawn];
  return { candidates: [{ content: { role: "model", parts }, finishReason: "STOP", index: 0 }], ...about };
}

/** An error in Google's form. */
export const geminiError = (status: number, word: string | undefined) => ({
  error: { code: status, message: word ?? `stand-in says ${status}`, status: word ?? "STAND_IN" },
});
