import { z } from "zod";
import { type ErrorCode, TracepressError } from "@/lib/errors";
import { retryAfterSeconds } from "@/lib/retry-after";
import { EndlessAnswer } from "./bounded-fetch";
import { sdk } from "./sdk";

/** Who was asked, for the sentences that people read. */
export interface Asked {
  title: string;
  /** Setting that holds its key. */
  keySetting: string;
  /** Name of the item. */
  item: string;
}

/** Words by which the companies say why not; each has its own place for them. */
const refusals = ["moderation_blocked", "content_policy_violation", "safety"];
const noCredit = ["insufficient_quota", "billing_hard_limit_reached", "billing_error", "credit balance"];
/** Status of an overloaded Anthropic, which is none of HTTP's. */
const overloaded = 529;

/**
 * What a call to a model threw, as an error of the catalogue.
 * @param signal the caller's. @param deadline ends a call that takes too long.
 */
export async function modelFault(
  thrown: unknown,
  asked: Asked,
  signal: AbortSignal,
  deadline: AbortSignal,
): Promise<TracepressError> {
  if (thrown instanceof TracepressError) return thrown;
  const { title, item } = asked;
  if (signal.aborted) return new TracepressError("aborted", "Stopped before it was finished.", { cause: thrown });
  if (deadline.aborted) {
    return new TracepressError("timeout", `${title} took too long over ${item} and was not waited for.`, {
      cause: thrown,
    });
  }
  if (isEndless(thrown)) return new TracepressError("model_answer", `${title}'s answer to ${item} does not end.`);
  const said = await saidOf(thrown);
  return new TracepressError(said.code, sentence(said.code, asked), said);
}

function isEndless(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) if (one instanceof EndlessAnswer) return true;
  return false;
}

/** An error that comes inside of a stream whose status was good (Anthropic's `error` event). */
const streamErrorSchema = z.object({ type: z.string() });

interface Said {
  code: ErrorCode;
  /** Seconds. */
  retryAfter?: number;
  /** For the log. */
  cause: unknown;
}

/** Letters of an answer that the log is told. */
const loggedLetters = 500;

/** What a company answered, for the log: the SDK's own error holds the whole request, picture and prompt. */
class ErrorAnswer extends Error {
  constructor(
    readonly statusCode: number,
    body: string,
    cause: unknown,
  ) {
    super(`${statusCode}: ${body.slice(0, loggedLetters)}`, { cause });
  }
}

async function saidOf(error: unknown): Promise<Said> {
  // Loaded by the call already; who only looks at what models there are does without.
  const { APICallError, JSONParseError, TypeValidationError } = await sdk();
  if (APICallError.isInstance(error)) {
    const unread = JSONParseError.isInstance(error.cause) || TypeValidationError.isInstance(error.cause);
    const code = unread
      ? "model_answer"
      : codeOf(error.statusCode, `${error.responseBody ?? ""} ${error.message}`.toLowerCase());
    const { statusCode, responseBody = "", message, responseHeaders = {} } = error;
    const cause =
      statusCode === undefined ? error.cause : new ErrorAnswer(statusCode, responseBody || message, error.cause);
    return { code, retryAfter: retryAfterSeconds(responseHeaders["retry-after"]) ?? undefined, cause };
  }
  const inStream = streamErrorSchema.safeParse(error);
  if (!inStream.success || error instanceof Error) return { code: "model_failed", cause: error };
  const { type } = inStream.data;
  const isBusy = type === "overloaded_error" || type === "rate_limit_error";
  return { code: isBusy ? "model_busy" : "model_failed", cause: error };
}

/** @param text of the answer, in small letters. */
function codeOf(status: number | undefined, text: string): ErrorCode {
  // A good status whose answer broke off is none either.
  if (status === undefined || status < 300) return "model_failed";
  if (noCredit.some((word) => text.includes(word)) || status === 402) return "model_quota";
  if (status === 400 && text.includes("api key not valid")) return "model_auth";
  if (status === 401 || status === 403) return "model_auth";
  if (status === 429 || status === 503 || status === overloaded) return "model_busy";
  if (status === 408 || status === 409 || status >= 500) return "model_failed";
  return refusals.some((word) => text.includes(word)) ? "model_refused" : "model_request";
}

const refusal = (title: string, item: string): string =>
  `${title} refused to draw ${item}. Choose another picture or prompt, or another model.`;

/** That an answer came, and in it that the model will not draw. @param item its name. */
export const refusedToDraw = (title: string, item: string): TracepressError =>
  new TracepressError("model_refused", refusal(title, item));

function sentence(code: ErrorCode, { title, keySetting, item }: Asked): string {
  switch (code) {
    case "model_auth":
      return `${title} refused the key. Set ${keySetting} to one that is valid and start the server again.`;
    case "model_quota":
      return `${title}'s account has no credit left. Top it up, then run ${item} again.`;
    case "model_busy":
      return `${title} is busy and did not draw ${item}.`;
    case "model_refused":
      return refusal(title, item);
    case "model_request":
      return `${title} did not take the request for ${item}: look at its model's name in the settings.`;
    case "model_answer":
      return `${title}'s answer to ${item} is none that can be read.`;
    default:
      return `${title} could not be reached or failed over ${item}.`;
  }
}
