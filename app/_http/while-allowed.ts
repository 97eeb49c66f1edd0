import type { Stay } from "@/lib/access/stays";

/** The same answer, which breaks off once whoever gets it may not have it any more. */
export function whileAllowed(response: Response, stay: Stay): Response {
  return response.body === null ? response : new Response(bytesWhile(stay, response.body), response);
}

/** The same frames, until whoever gets them may not have them any more. @param frames end soon after the stay's signal. */
export async function* framesWhile(stay: Stay, frames: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  stay.begin();
  try {
    yield* frames;
  } finally {
    stay.end();
  }
}

/** Breaks rather than ends, so that nobody takes what has come for the whole. */
function bytesWhile(stay: Stay, bytes: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = bytes.getReader();
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = () => {
          controller.error(new DOMException("Its caller may not have the answer any more.", "AbortError"));
          void reader.cancel();
        };
        stay.signal.addEventListener("abort", end, { once: true });
      },
      async pull(controller) {
        stay.begin();
        const { value, done } = await reader.read().catch(rethrowAfter(stay.end));
        if (stay.signal.aborted) return;
        if (!done) return controller.enqueue(value);
        stay.end();
        controller.close();
      },
      cancel(reason) {
        stay.end();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

const rethrowAfter =
  (end: () => void) =>
  (reason: unknown): never => {
    end();
    throw reason;
  };
