import { type ClientRequest, get, type IncomingMessage } from "node:http";

/** One client of a batch's progress, as light as it can be: it only reads when each event was written. */
export class Listener {
  /** Milliseconds from an event's row to this client. */
  readonly delays: number[] = [];
  /** What of each delay is this process's own: the time from when it began to read what had come by then. */
  readonly own: number[] = [];
  /** When that was, in this turn of the event loop; null before anyone reads in it. */
  private static turn: number | null = null;
  private measuring = false;
  private rest = "";

  private constructor(
    private readonly request: ClientRequest,
    response: IncomingMessage,
    deaf: boolean,
  ) {
    if (deaf) response.pause();
    else response.on("data", (chunk: Buffer) => this.hear(chunk));
    response.on("error", () => undefined);
  }

  static open(origin: string, id: string, deaf: boolean): Promise<Listener> {
    return new Promise((resolve, reject) => {
      const request = get(`${origin}/api/v1/batch/${id}/progress`, { agent: false }, (response) =>
        resolve(new Listener(request, response, deaf)),
      );
      request.on("error", reject);
    });
  }

  /** What came before, snapshots among it, was not waited for. */
  begin(): void {
    this.measuring = true;
  }

  leave(): void {
    this.request.destroy();
  }

  private hear(chunk: Buffer): void {
    const now = Date.now();
    if (Listener.turn === null) {
      Listener.turn = now;
      setImmediate(() => {
        Listener.turn = null;
      });
    }
    const own = now - Listener.turn;
    const frames = (this.rest + chunk.toString()).split("\n\n");
    this.rest = frames.pop() ?? "";
    if (!this.measuring) return;
    for (const frame of frames) {
      const at = /"at":"([^"]+)"/.exec(frame)?.[1];
      if (!at) continue;
      this.delays.push(now - Date.parse(at));
      this.own.push(own);
    }
  }
}
