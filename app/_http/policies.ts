import { createHash } from "node:crypto";
import { frameStyle } from "@/app/_components/trace/pages/frame-style";
import { recordScript } from "@/app/_components/ui/beforehand/record-script";

const sha256 = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * What a page of ours may do: run the scripts that carry this answer's nonce, what those load, and the one in its head;
 * show its own pictures and those that a browser holds; speak with this server. Attributes may say how something looks,
 * which runs nothing.
 * @param dev whether the framework's own tools for development must run as well.
 */
export function pagePolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic' ${sha256(recordScript)}${dev ? " 'unsafe-eval'" : ""}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}' ${sha256(frameStyle)}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    `connect-src 'self' blob:${dev ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** What an answer may do that is no page: nothing, should a browser ever take it for one. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** A user's file, or what it became, shown by itself: it looks as it should, and nothing in it runs or is fetched. */
export const userFilePolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";
