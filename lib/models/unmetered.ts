import type { Usage } from "@/lib/contracts/models";
import type { TracepressError } from "@/lib/errors";

/** Network faults before anything could be asked. */
const neverAsked = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

/**
 * Whether a call that failed without saying what it took may be charged all the same: it was asked, and neither turned
 * away by an error status nor refused.
 */
export function mayBeCharged({ code, cause }: TracepressError): boolean {
  if (code === "cost_limit" || code === "model_auth" || code === "model_quota") return false;
  for (let one: unknown = cause; one instanceof Error; one = one.cause) {
    const { statusCode, code: fault } = one as Error & { statusCode?: number; code?: string };
    if (statusCode !== undefined && statusCode >= 400) return false;
    if (fault !== undefined && neverAsked.has(fault)) return false;
  }
  return true;
}

/** A call that broke off before it was known what it took. @param modelId the model's own name at its company. */
export const unmeteredCall = (modelId: string): Usage => ({
  model_id: modelId,
  calls: 1,
  input_tokens: 0,
  output_tokens: 0,
  pictures: 0,
  cost: 0,
  unmetered_calls: 1,
});
