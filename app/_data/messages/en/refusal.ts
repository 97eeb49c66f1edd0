/** Why a batch cannot start while files were refused, and the way out. */
export const refusal = (what: string, n: number, retryable: number): string =>
  `${what} could not be uploaded. ${retryable > 0 ? "Try again or remove" : "Remove"} ${n === 1 ? "it" : "them"} to start.`;
