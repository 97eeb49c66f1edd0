import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepSecret } from "@/lib/secrets";

/**
 * The secret that session cookies are signed with: made once, kept in the data folder for this user's eyes only. Without
 * it everyone signs in again; nothing else is lost.
 */
export function cookieSecret(folder: string): string {
  const path = join(folder, "secret");
  mkdirSync(folder, { recursive: true });
  try {
    // Of two processes that start at once the first one's secret stands.
    writeFileSync(path, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const secret = readFileSync(path, "utf8");
  keepSecret(secret);
  return secret;
}
