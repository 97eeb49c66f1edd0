/** An answer that went on and on. */
export class EndlessAnswer extends Error {}

/** Passes on at most so many bytes. */
function bounded(most: number): TransformStream<Uint8Array, Uint8Array> {
  let left = most;
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.length;
      if (left < 0) controller.error(new EndlessAnswer(`The answer has more than ${most} bytes`));
      else controller.enqueue(chunk);
    },
  });
}

/**
 * A `fetch` whose answers have at most `most` bytes. Redirects are not followed: a key goes nowhere else.
 * @throws EndlessAnswer while a longer answer is read.
 */
export const boundedFetch =
  (most: number): typeof fetch =>
  async (input, init) => {
    const { body, status, statusText, headers } = await fetch(input, { ...init, redirect: "error" });
    return new Response(body?.pipeThrough(bounded(most)), { status, statusText, headers });
  };
