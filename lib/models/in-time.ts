import { type Asked, modelFault } from "./fault";
import type { Call } from "./model";

/**
 * One call to a model: it is broken off after `callMs`, and what it throws gets its name in the catalogue.
 * @param ask fires its request under the signal, which is the caller's and the deadline's.
 * @throws TracepressError those of `Model.draw`.
 */
export async function inTime<Answer>(
  ask: (signal: AbortSignal) => Promise<Answer>,
  asked: Asked,
  { signal }: Call,
  callMs: number,
): Promise<Answer> {
  const deadline = AbortSignal.timeout(callMs);
  try {
    return await ask(AbortSignal.any([signal, deadline]));
  } catch (thrown) {
    throw await modelFault(thrown, asked, signal, deadline);
  }
}
