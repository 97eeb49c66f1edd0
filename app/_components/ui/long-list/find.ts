/** Things that a list must have before it is worth looking through by a word. */
const longList = 20;

export const isLong = (things: number): boolean => things > longList;

/** Whether what somebody looks for is in one of the texts, in capitals or not; nothing at all is in every text. */
export const isFound = (sought: string, ...texts: readonly string[]): boolean => {
  const wanted = sought.trim().toLocaleLowerCase();
  return texts.some((text) => text.toLocaleLowerCase().includes(wanted));
};
