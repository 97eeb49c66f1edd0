/** Why a batch cannot start while files were refused, and the way out. */
export const refusal = (what: string, n: number, retryable: number): string => {
  const them = n === 1 ? "it" : "them";
  if (retryable > 0) return `${what} could not be uploaded. Try again or leave ${them} out to start.`;
  return `${what} cannot be used. Choose ${them} again or leave ${them} out to start.`;
};
