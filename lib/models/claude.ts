import { TracepressError } from "@/lib/errors";
import { boundedFetch } from "./bounded-fetch";
import { refusedToDraw } from "./fault";
import { inTime } from "./in-time";
import { askForSvg } from "./instructions";
import { lacking } from "./lacking";
import { type Answer, type AnswerFacts, type Call, type DrawRequest, type Model, usageOf } from "./model";
import { mostCostOfText } from "./price-of-text";
import { sdk } from "./sdk";
import type { ModelSettings } from "./settings";

const title = "Claude";
const keySetting = "ANTHROPIC_API_KEY";
/** Bytes of the whole event stream: some twenty times what the longest drawing of ordinary settings takes. */
const longestAnswer = 16_000_000;

/** Claude looks at picture and prompt and answers with an SVG, which comes as a stream of text. */
export const claude = (settings: ModelSettings): Model => ({
  name: "claude",
  title,
  company: "Anthropic",
  provider: "anthropic",
  operation: "chat",
  answers: "vector",
  settings,
  lacks: lacking({ [keySetting]: settings.key }),
  lacksForCap: lacking({
    TRACEPRESS_CLAUDE_INPUT_PRICE: settings.prices.input,
    TRACEPRESS_CLAUDE_OUTPUT_PRICE: settings.prices.output,
  }),
  mostCost(request) {
    const { system, ask } = askForSvg(request);
    const { picture } = request;
    return mostCostOfText(settings, system + ask, picture ? picture.width * picture.height : 0);
  },
  draw(request, call) {
    const asked = { title, keySetting, item: request.name };
    return inTime((signal) => drawSvg(settings, request, call, signal), asked, call, settings.callMs);
  },
});

async function drawSvg(
  settings: ModelSettings,
  request: DrawRequest,
  call: Call,
  signal: AbortSignal,
): Promise<Answer> {
  const { svg, facts } = await stream(settings, request, call, signal);
  if (facts.finishReason === "content-filter") throw refusedToDraw(title, request.name);
  if (facts.finishReason === "length") throw cutOff(request);
  return { page: { type: "vector", svg }, facts };
}

async function stream(settings: ModelSettings, request: DrawRequest, call: Call, signal: AbortSignal) {
  const [{ streamText }, { createAnthropic }] = await Promise.all([sdk(), import("@ai-sdk/anthropic")]);
  const { key, baseUrl: baseURL, id, maxTokens } = settings;
  const provider = createAnthropic({ apiKey: key ?? "", baseURL, fetch: boundedFetch(longestAnswer) });
  const { system, ask } = askForSvg(request);
  const text = { type: "text", text: ask } as const;
  const { picture } = request;
  const content = picture
    ? [{ type: "image", image: picture.bytes, mediaType: picture.mediaType } as const, text]
    : [text];
  const { fullStream } = streamText({
    model: provider(id),
    system,
    messages: [{ role: "user", content }],
    maxOutputTokens: maxTokens ?? undefined,
    // The queue tries again: it waits without a thread and survives the server.
    maxRetries: 0,
    abortSignal: signal,
    // Errors come as parts of the stream too.
    onError: () => undefined,
  });
  let svg = "";
  let facts: AnswerFacts | null = null;
  for await (const part of fullStream) {
    if (part.type === "text-delta") svg += part.text;
    else if (part.type === "error") throw part.error;
    else if (part.type === "abort") throw new DOMException("Broken off", "AbortError");
    else if (part.type === "finish-step") {
      facts = { id: part.response.id, modelId: part.response.modelId, finishReason: part.finishReason };
      const { inputTokens: input, outputTokens: output } = part.usage;
      if (part.finishReason !== "other") call.spent(usageOf(settings, { input, output }, 0));
    }
  }
  if (facts === null || facts.finishReason === "other") throw brokenOff(request);
  return { svg, facts };
}

const cutOff = ({ name }: DrawRequest) =>
  new TracepressError(
    "model_answer",
    `${title}'s drawing of ${name} took more tokens than TRACEPRESS_CLAUDE_MAX_TOKENS allows and was cut off.`,
  );

const brokenOff = ({ name }: DrawRequest) =>
  new TracepressError("model_failed", `${title}'s answer to ${name} broke off before its end.`);
