import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepSecret } from "@/lib/secrets";

const bytes = 32;
/** Of so many bytes in base64url. */
const letters = Math.ceil((bytes * 4) / 3);

/**
 * The secret that session cookies are signed with: made once, kept in the data folder for this user's eyes only. Without
 * it everyone signs in again; nothing else is lost.
 */
export function cookieSecret(folder: string): string {
  const path = join(folder, "secret");
  mkdirSync(folder, { recursive: true });
  try {
    // Of two processes that start at once the first one's secret stands.
    write(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  if (!isWhole(path)) replace(path);
  const secret = readFileSync(path, "utf8");
  keepSecret(secret);
  return secret;
}

/** @throws Error `EEXIST` where there is one. */
const write = (path: string): void =>
  writeFileSync(path, randomBytes(bytes).toString("base64url"), { flag: "wx", mode: 0o600 });

/** A full disk, or a kill at the wrong moment, leaves an empty file or the beginning of one. */
const isWhole = (path: string): boolean => readFileSync(path, "utf8").length >= letters;

function replace(path: string): void {
  const whole = `${path}.${randomBytes(8).toString("hex")}`;
  write(whole);
  renameSync(whole, path);
}
