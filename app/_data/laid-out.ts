/** Where a tab keeps what is laid out on its Batch tab: in its own storage, which no other tab sees and which ends with it. */
export const laidOutKey = "tracepress.laid-out";
/** Where a tab keeps its last submission until that is answered. */
export const unansweredKey = `${laidOutKey}.unanswered`;
/** Says in the page that it is to be forgotten. */
export const forgottenEvent = "tracepress.forgotten";

/** Takes away what is laid out, here and for the next page of this tab: the next person is another. */
export function forgetLaidOut(): void {
  window.dispatchEvent(new Event(forgottenEvent));
  try {
    for (const key of [laidOutKey, unansweredKey]) sessionStorage.removeItem(key);
  } catch (failure) {
    // A browser that denies its storage has kept nothing.
    if (!(failure instanceof DOMException)) throw failure;
  }
}
