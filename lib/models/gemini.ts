import { TracepressError } from "@/lib/errors";
import { boundedFetch } from "./bounded-fetch";
import { refusedToDraw } from "./fault";
import { inTime } from "./in-time";
import { askForPicture } from "./instructions";
import { lacking } from "./lacking";
import { type Call, type DrawRequest, type Model, usageOf } from "./model";
import { sdk } from "./sdk";
import type { ModelSettings } from "./settings";

const title = "Gemini";
const keySetting = "GOOGLE_GENERATIVE_AI_API_KEY";
/** Bytes of an answer: a picture of 25 megabytes in base64. */
const longestAnswer = 34_000_000;

const aspectRatios: Record<DrawRequest["shape"], string> = { portrait: "3:4", landscape: "4:3", square: "1:1" };

/** Google's image models are asked as a chat whose answer is a picture: so a safety stop comes with its reason. */
export const gemini = (settings: ModelSettings): Model => ({
  name: "gemini",
  title,
  company: "Google",
  provider: "gcp.gemini",
  operation: "generate_content",
  answers: "picture",
  settings,
  lacks: lacking({ [keySetting]: settings.key }),
  lacksForCap: lacking({ TRACEPRESS_GEMINI_PICTURE_PRICE: settings.prices.picture }),
  mostCost: () => settings.prices.picture,
  draw(request, call) {
    const asked = { title, keySetting, item: request.name };
    return inTime((signal) => generate(settings, request, call, signal), asked, call, settings.callMs);
  },
});

async function generate(settings: ModelSettings, request: DrawRequest, call: Call, signal: AbortSignal) {
  const [{ generateText }, { createGoogleGenerativeAI }] = await Promise.all([sdk(), import("@ai-sdk/google")]);
  const { key, baseUrl: baseURL, id } = settings;
  const provider = createGoogleGenerativeAI({ apiKey: key ?? "", baseURL, fetch: boundedFetch(longestAnswer) });
  const text = { type: "text", text: askForPicture(request) } as const;
  const { picture } = request;
  const content = picture
    ? [{ type: "image", image: picture.bytes, mediaType: picture.mediaType } as const, text]
    : [text];
  const answer = await generateText({
    model: provider(id),
    messages: [{ role: "user", content }],
    providerOptions: {
      google: { responseModalities: ["IMAGE"], imageConfig: { aspectRatio: aspectRatios[request.shape] } },
    },
    maxRetries: 0,
    abortSignal: signal,
  });
  const { files, finishReason, usage, response } = answer;
  const drawn = files.find(({ mediaType }) => mediaType.startsWith("image/"));
  call.spent(usageOf(settings, { input: usage.inputTokens, output: usage.outputTokens }, drawn ? 1 : 0));
  if (!drawn) throw finishReason === "content-filter" ? refusedToDraw(title, request.name) : pictureless(request);
  const facts = { id: response.id, modelId: response.modelId, finishReason };
  return { page: { type: "picture", bytes: drawn.uint8Array } as const, facts };
}

const pictureless = ({ name }: DrawRequest) =>
  new TracepressError("model_answer", `${title}'s answer to ${name} holds no picture.`);
