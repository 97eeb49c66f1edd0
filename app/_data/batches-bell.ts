const bell = new EventTarget();

/** Between the tabs of this browser; opened where it is first used, for on the server it would keep the process. */
let line: BroadcastChannel | undefined;
function lineHere(): BroadcastChannel {
  line ??= new BroadcastChannel("batches");
  return line;
}

/** Says that the list of batches is not what it was: one was submitted. */
export function ringBatches(): void {
  bell.dispatchEvent(new Event("changed"));
  ringOtherTabs(null);
}

/** Says in this browser's other tabs that something was done to a batch, or to the list of them. */
export const ringOtherTabs = (id: string | null): void => lineHere().postMessage(id);

/** Hears both, for as long as the page lives. @param hear with the id of the batch where another tab did something to one. */
export function onBatchesChanged(hear: (id: string | null) => void): void {
  bell.addEventListener("changed", () => hear(null));
  lineHere().addEventListener("message", ({ data }: MessageEvent<string | null>) => hear(data));
}
