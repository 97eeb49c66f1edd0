/**
 * Runs `look` when asked, at most once at a time and with a pause after each run; asked for meanwhile, once more.
 * @returns `ask` and `stop`; after `stop` nothing runs any more.
 */
export function paced(look: () => Promise<unknown>, pauseMs: () => number) {
  let asked = false;
  let busy = false;
  let stopped = false;
  const run = async () => {
    busy = true;
    while (asked && !stopped) {
      asked = false;
      await look();
      await new Promise((resolve) => setTimeout(resolve, pauseMs()));
    }
    busy = false;
  };
  return {
    ask() {
      asked = true;
      if (!busy && !stopped) void run();
    },
    stop() {
      stopped = true;
    },
  };
}
