import { TracepressError } from "@/lib/errors";
import { singleton } from "@/lib/singleton";

interface Turn {
  end: AbortController;
  over: Promise<unknown>;
}

/**
 * Who is at which upload in this process, one at a time. Whoever comes later ends the one before and waits until that
 * has let go: it is mostly the same client, back after its line broke, which a server may hear of much later or never.
 */
export class Writers {
  private readonly turns = new Map<string, Turn>();

  /**
   * @param work hears by its signal that it is to end, and may finish what must not be broken off.
   * @throws TracepressError `upload_taken_over` in the work that was ended.
   */
  async alone<Result>(
    id: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const before = this.turns.get(id);
    const end = new AbortController();
    const over = (async () => {
      before?.end.abort(new TracepressError("upload_taken_over", "Another request goes on with this upload."));
      // How it ended was told to whoever asked for it.
      await before?.over.catch(() => undefined);
      const both = AbortSignal.any([signal, end.signal]);
      throwIfEnded(both);
      return work(both);
    })();
    const turn = { end, over };
    this.turns.set(id, turn);
    try {
      return await over;
    } finally {
      if (this.turns.get(id) === turn) this.turns.delete(id);
    }
  }

  isBusy(id: string): boolean {
    return this.turns.has(id);
  }
}

/** Whoever is ended is told by whom: by another request, or by the line that broke. @throws TracepressError */
export function throwIfEnded({ aborted, reason }: AbortSignal): void {
  if (!aborted) return;
  throw reason instanceof TracepressError ? reason : brokenOff(reason);
}

/** What has come of an upload is kept, so that its client goes on from there. */
export const brokenOff = (cause: unknown): TracepressError =>
  new TracepressError("aborted", "The connection broke off; what has come is kept.", { cause });

/** Shared by the routes and the sweep, which are bundled apart. */
export const writers = (): Writers => singleton("upload-writers", () => new Writers());
