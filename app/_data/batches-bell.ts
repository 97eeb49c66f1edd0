const bell = new EventTarget();

/** Says that the list of batches is not what it was: one was submitted. */
export const ringBatches = (): void => void bell.dispatchEvent(new Event("changed"));

/** Hears it, for as long as the page lives. */
export const onBatchesChanged = (hear: () => void): void => bell.addEventListener("changed", hear);
