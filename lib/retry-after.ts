/**
 * Whole seconds that a `Retry-After` header asks to wait: it is a number of them or a date (RFC 9110, 10.2.3). Null for
 * none, and for one that says nothing.
 */
export function retryAfterSeconds(header: string | null | undefined): number | null {
  if (header === null || header === undefined) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}
