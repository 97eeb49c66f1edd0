/** Lets those who want the same thing go one after the other. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  /**
   * Does `work` when nobody else in this process is at `key`.
   * @throws the signal's reason when stopped while it waits.
   */
  async take<Result>(key: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(key);
    let done = () => {};
    const mine = new Promise<void>((resolve) => {
      done = resolve;
    });
    // Over when those before it are too: who stops waiting must not let those behind go before them.
    const turn: Promise<void> = Promise.all([before, mine]).then(() => {
      if (this.last.get(key) === turn) this.last.delete(key);
    });
    this.last.set(key, turn);
    try {
      if (before) await waitFor(before, signal);
      return await work();
    } finally {
      done();
    }
  }
}

function waitFor(before: Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    before.then(resolve).finally(() => signal.removeEventListener("abort", stop));
  });
}
