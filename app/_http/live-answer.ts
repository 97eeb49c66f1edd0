import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Outlet } from "@/lib/events/sse";
import { singleton } from "@/lib/singleton";

/** Who waits for the server's side of an answer, by the answer's name; read by app/_http/serve.mjs. */
const waiting = () => singleton("live-answers", () => new Map<string, (response: ServerResponse) => void>());

/**
 * An answer that goes on as long as `frames` do. Once its head is sent, frames go right to the server's side of it: what
 * is written often to a thousand clients costs several times as much of the event loop through Next's streams.
 * @param framesTo makes the frames, which end soon after `signal` has fired; its outlet is the server's side too.
 */
export function liveAnswer(
  framesTo: (outlet: Outlet) => AsyncGenerator<Uint8Array>,
  headers: Record<string, string>,
  signal: AbortSignal,
): Response {
  const name = randomUUID();
  let sent: ServerResponse | null = null;
  const outlet = new LiveOutlet();
  const frames = framesTo(outlet);
  // A client that has left already gets no answer that could be asked for.
  if (!signal.aborted) {
    waiting().set(name, (response) => {
      sent = response;
    });
    signal.addEventListener("abort", () => waiting().delete(name), { once: true });
  }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (sent !== null) {
          outlet.response = sent; // what went through the framework before has been written
          await writeAll(frames, sent, signal);
        }
        const { value, done } = await frames.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await frames.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { ...headers, "x-live-answer": name } });
}

class LiveOutlet implements Outlet {
  response: ServerResponse | null = null;

  get open(): boolean {
    return this.response !== null && !this.response.writableNeedDrain;
  }

  write(bytes: Uint8Array): void {
    this.response?.write(bytes);
  }
}

/** Writes the next frame once there is room again: a slow client makes `frames` wait, it never fills memory. */
async function writeAll(frames: AsyncGenerator<Uint8Array>, response: ServerResponse, signal: AbortSignal) {
  for await (const frame of frames) {
    if (signal.aborted) return;
    if (!response.write(frame)) await once(response, "drain", { signal }).catch(ended(signal));
  }
}

/** Whoever waits to write and whose client leaves has nothing to say of it. @throws any other reason. */
const ended = (signal: AbortSignal) => (reason: unknown) => {
  if (!signal.aborted) throw reason;
};
