/** Warum ein Stapel nicht beginnen kann, solange Dateien abgelehnt sind, und wie es weitergeht. */
export const refusal = (what: string, n: number, retryable: number): string => {
  const way = retryable > 0 ? "Versuchen Sie es erneut oder entfernen Sie" : "Entfernen Sie";
  return `${what} ${n === 1 ? "konnte" : "konnten"} nicht hochgeladen werden. ${way} ${n === 1 ? "die Datei" : "die Dateien"}, um zu beginnen.`;
};
