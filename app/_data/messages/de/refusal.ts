/** Warum ein Stapel nicht beginnen kann, solange Dateien abgelehnt sind, und wie es weitergeht. */
export const refusal = (what: string, n: number, retryable: number): string => {
  const them = n === 1 ? "die Datei" : "die Dateien";
  if (retryable > 0) {
    const could = n === 1 ? "konnte" : "konnten";
    return `${what} ${could} nicht hochgeladen werden. Versuchen Sie es erneut oder lassen Sie ${them} weg, um zu beginnen.`;
  }
  const can = n === 1 ? "lässt" : "lassen";
  return `${what} ${can} sich nicht verwenden. Wählen Sie ${them} neu aus oder lassen Sie ${them} weg, um zu beginnen.`;
};
