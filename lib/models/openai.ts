import { TracepressError } from "@/lib/errors";
import { boundedFetch } from "./bounded-fetch";
import { inTime } from "./in-time";
import { askForPicture } from "./instructions";
import { lacking } from "./lacking";
import { type Call, type DrawRequest, type Model, usageOf } from "./model";
import { sdk } from "./sdk";
import type { ModelSettings } from "./settings";

const title = "OpenAI";
const keySetting = "OPENAI_API_KEY";
/** Bytes of an answer: a picture of 25 megabytes in base64. */
const longestAnswer = 34_000_000;

const sizes: Record<DrawRequest["shape"], `${number}x${number}`> = {
  portrait: "1024x1536",
  landscape: "1536x1024",
  square: "1024x1024",
};

/** OpenAI's image models edit the picture, or make one from the prompt alone. */
export const openai = (settings: ModelSettings): Model => ({
  name: "openai",
  title,
  company: "OpenAI",
  provider: "openai",
  operation: "generate_content",
  answers: "picture",
  settings,
  lacks: lacking({ [keySetting]: settings.key }),
  lacksForCap: lacking({ TRACEPRESS_OPENAI_PICTURE_PRICE: settings.prices.picture }),
  mostCost: () => settings.prices.picture,
  draw(request, call) {
    const asked = { title, keySetting, item: request.name };
    return inTime((signal) => generate(settings, request, call, signal), asked, call, settings.callMs);
  },
});

async function generate(settings: ModelSettings, request: DrawRequest, call: Call, signal: AbortSignal) {
  const [{ generateImage, NoImageGeneratedError }, { createOpenAI }] = await Promise.all([
    sdk(),
    import("@ai-sdk/openai"),
  ]);
  const { key, baseUrl: baseURL, id } = settings;
  const provider = createOpenAI({ apiKey: key ?? "", baseURL, fetch: boundedFetch(longestAnswer) });
  const text = askForPicture(request);
  const answer = await generateImage({
    model: provider.image(id),
    prompt: request.picture ? { text, images: [request.picture.bytes] } : text,
    size: sizes[request.shape],
    maxRetries: 0,
    abortSignal: signal,
  }).catch((thrown: unknown) => {
    if (!NoImageGeneratedError.isInstance(thrown)) throw thrown;
    throw new TracepressError("model_answer", `${title}'s answer to ${request.name} holds no picture.`);
  });
  const { inputTokens: input, outputTokens: output } = answer.usage;
  call.spent(usageOf(settings, { input, output }, answer.images.length));
  const facts = { id: null, modelId: answer.responses[0].modelId, finishReason: "stop" };
  return { page: { type: "picture", bytes: answer.image.uint8Array } as const, facts };
}
