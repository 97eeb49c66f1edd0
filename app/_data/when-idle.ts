/** Runs `work` when the page stands and the browser has nothing better to do. */
export function whenIdle(work: () => void): void {
  // Safari has no idle callbacks.
  if (window.requestIdleCallback) window.requestIdleCallback(work);
  else window.setTimeout(work, 200);
}
