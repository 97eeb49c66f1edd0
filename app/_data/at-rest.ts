/** A browser that is never idle is taken to be after this long, in milliseconds. */
const busyMs = 1_000;

/** Resolves when the page is loaded and painted, and the browser has nothing better to do. */
export async function atRest(): Promise<void> {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));
  }
  await painted();
  await idle();
}

/** A page in the background is not painted, and need not be waited for. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === "visible") window.requestAnimationFrame(() => setTimeout(resolve));
    else resolve();
  });

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof window.requestIdleCallback !== "function") window.setTimeout(resolve, busyMs);
    else window.requestIdleCallback(() => resolve(), { timeout: busyMs });
  });
