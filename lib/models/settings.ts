import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Prices, RemoteModelName } from "@/lib/contracts/models";

const text = (fallback = "") => z.string().default(fallback);
const address = (fallback: string) => z.url({ protocol: /^https?$/ }).default(fallback);
const price = () => z.union([z.literal(""), z.coerce.number().min(0)]).default("");
const atOnce = () => z.coerce.number().int().min(1).max(1000).default(2);
const perMinute = () => z.coerce.number().int().min(1).max(100_000).default(30);

const dollarsFor = (what: string) => `US dollars for ${what}, to tell costs and keep \`max_cost\`; unknown when empty`;
const millionIn = dollarsFor("a million tokens that go in");
const millionOut = dollarsFor("a million tokens that come out");
const onePicture = dollarsFor("a picture");

/** The settings of the models that are asked over the network, by their names in the environment. */
export const modelEnvironment = {
  ANTHROPIC_API_KEY: text().describe("Key that lets Claude draw; `ANTHROPIC_API_KEY_FILE` names a file with it"),
  ANTHROPIC_API_KEY_FILE: text().describe("File with that key"),
  ANTHROPIC_BASE_URL: address("https://api.anthropic.com/v1").describe("Where Anthropic's API is"),
  TRACEPRESS_CLAUDE_MODEL: text("claude-sonnet-5-5").describe("Which Claude draws"),
  TRACEPRESS_CLAUDE_MAX_TOKENS: z.coerce
    .number()
    .int()
    .min(500)
    .max(128_000)
    .default(16_000)
    .describe("Tokens that one drawing of Claude's may take"),
  TRACEPRESS_CLAUDE_INPUT_PRICE: price().describe(millionIn),
  TRACEPRESS_CLAUDE_OUTPUT_PRICE: price().describe(millionOut),
  TRACEPRESS_CLAUDE_AT_ONCE: atOnce().describe("Calls to Claude at once"),
  TRACEPRESS_CLAUDE_PER_MINUTE: perMinute().describe("Calls to Claude begun in a minute"),
  OPENAI_API_KEY: text().describe("Key that lets OpenAI draw; `OPENAI_API_KEY_FILE` names a file with it"),
  OPENAI_API_KEY_FILE: text().describe("File with that key"),
  OPENAI_BASE_URL: address("https://api.openai.com/v1").describe("Where OpenAI's API is"),
  TRACEPRESS_OPENAI_MODEL: text("gpt-image-1").describe("Which of OpenAI's image models draws"),
  TRACEPRESS_OPENAI_PICTURE_PRICE: price().describe(onePicture),
  TRACEPRESS_OPENAI_INPUT_PRICE: price().describe(millionIn),
  TRACEPRESS_OPENAI_OUTPUT_PRICE: price().describe(millionOut),
  TRACEPRESS_OPENAI_AT_ONCE: atOnce().describe("Calls to OpenAI at once"),
  TRACEPRESS_OPENAI_PER_MINUTE: perMinute().describe("Calls to OpenAI begun in a minute"),
  GOOGLE_GENERATIVE_AI_API_KEY: text().describe(
    "Key that lets Gemini draw; `GOOGLE_GENERATIVE_AI_API_KEY_FILE` names a file with it",
  ),
  GOOGLE_GENERATIVE_AI_API_KEY_FILE: text().describe("File with that key"),
  GOOGLE_GENERATIVE_AI_BASE_URL: address("https://generativelanguage.googleapis.com/v1beta").describe(
    "Where Google's API is",
  ),
  TRACEPRESS_GEMINI_MODEL: text("gemini-2.5-flash-image").describe("Which of Google's image models draws"),
  TRACEPRESS_GEMINI_PICTURE_PRICE: price().describe(onePicture),
  TRACEPRESS_GEMINI_INPUT_PRICE: price().describe(millionIn),
  TRACEPRESS_GEMINI_OUTPUT_PRICE: price().describe(millionOut),
  TRACEPRESS_GEMINI_AT_ONCE: atOnce().describe("Calls to Gemini at once"),
  TRACEPRESS_GEMINI_PER_MINUTE: perMinute().describe("Calls to Gemini begun in a minute"),
  TRACEPRESS_MODEL_SECONDS: z.coerce
    .number()
    .positive()
    .max(3600)
    .default(180)
    .describe("Seconds that one call to a model may take until it is broken off and tried again"),
} as const;

type ModelEnvironment = z.infer<z.ZodObject<typeof modelEnvironment>>;

/** One model as the operator set it. */
export interface ModelSettings {
  /** Null when it is not configured. */
  key: string | null;
  baseUrl: string;
  /** The model's own name at its company. */
  id: string;
  prices: Prices;
  atOnce: number;
  perMinute: number;
  /** Milliseconds that one call may take. */
  callMs: number;
  /** Tokens that one answer may take; null where pictures come out. */
  maxTokens: number | null;
}

export type AllModelSettings = Record<RemoteModelName, ModelSettings>;

/** @throws Error with a line for a key's file that cannot be read. */
export function modelSettingsOf(env: ModelEnvironment): AllModelSettings {
  const callMs = env.TRACEPRESS_MODEL_SECONDS * 1000;
  return {
    claude: {
      key: keyOf(env, "ANTHROPIC_API_KEY"),
      baseUrl: env.ANTHROPIC_BASE_URL,
      id: env.TRACEPRESS_CLAUDE_MODEL,
      prices: pricesOf(env.TRACEPRESS_CLAUDE_INPUT_PRICE, env.TRACEPRESS_CLAUDE_OUTPUT_PRICE, ""),
      atOnce: env.TRACEPRESS_CLAUDE_AT_ONCE,
      perMinute: env.TRACEPRESS_CLAUDE_PER_MINUTE,
      callMs,
      maxTokens: env.TRACEPRESS_CLAUDE_MAX_TOKENS,
    },
    openai: {
      key: keyOf(env, "OPENAI_API_KEY"),
      baseUrl: env.OPENAI_BASE_URL,
      id: env.TRACEPRESS_OPENAI_MODEL,
      prices: pricesOf(
        env.TRACEPRESS_OPENAI_INPUT_PRICE,
        env.TRACEPRESS_OPENAI_OUTPUT_PRICE,
        env.TRACEPRESS_OPENAI_PICTURE_PRICE,
      ),
      atOnce: env.TRACEPRESS_OPENAI_AT_ONCE,
      perMinute: env.TRACEPRESS_OPENAI_PER_MINUTE,
      callMs,
      maxTokens: null,
    },
    gemini: {
      key: keyOf(env, "GOOGLE_GENERATIVE_AI_API_KEY"),
      baseUrl: env.GOOGLE_GENERATIVE_AI_BASE_URL,
      id: env.TRACEPRESS_GEMINI_MODEL,
      prices: pricesOf(
        env.TRACEPRESS_GEMINI_INPUT_PRICE,
        env.TRACEPRESS_GEMINI_OUTPUT_PRICE,
        env.TRACEPRESS_GEMINI_PICTURE_PRICE,
      ),
      atOnce: env.TRACEPRESS_GEMINI_AT_ONCE,
      perMinute: env.TRACEPRESS_GEMINI_PER_MINUTE,
      callMs,
      maxTokens: null,
    },
  };
}

type KeyName = "ANTHROPIC_API_KEY" | "OPENAI_API_KEY" | "GOOGLE_GENERATIVE_AI_API_KEY";

/** The key itself goes before its file. */
function keyOf(env: ModelEnvironment, name: KeyName): string | null {
  const path = env[`${name}_FILE`];
  if (env[name] !== "" || path === "") return env[name] || null;
  try {
    return readFileSync(path, "utf8").trim() || null;
  } catch (cause) {
    throw new Error(`Tracepress cannot start, ${name}_FILE names a file that cannot be read.`, { cause });
  }
}

const pricesOf = (input: number | "", output: number | "", picture: number | ""): Prices => ({
  input: input === "" ? null : input,
  output: output === "" ? null : output,
  picture: picture === "" ? null : picture,
});
