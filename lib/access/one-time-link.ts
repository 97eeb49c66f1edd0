import { createHash, randomBytes } from "node:crypto";
import type { OneTimeLinkView } from "@/lib/contracts/accounts";
import { TracepressError } from "@/lib/errors";

/** What a link lets someone do; it stands in the path that a browser opens. */
export type LinkPurpose = "join" | "new-password";

export interface OneTimeLink {
  purpose: LinkPurpose;
  /** 256 random bits; shown once, and kept nowhere. */
  token: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** A new link. @param now milliseconds since the epoch. @param ttlMs milliseconds for which it can be used. */
export const newLink = (purpose: LinkPurpose, now: number, ttlMs: number): OneTimeLink => ({
  purpose,
  token: randomBytes(32).toString("base64url"),
  expiresAt: now + ttlMs,
});

/** What is kept of a link: SHA-256 of its token, in hex. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** The link that a browser opens: what follows # is sent to no server and stands in no log. */
export const linkView = ({ purpose, token, expiresAt }: OneTimeLink, origin: string): OneTimeLinkView => ({
  url: `${origin}/${purpose}#${token}`,
  expires_at: new Date(expiresAt).toISOString(),
});

/** What whoever opens a link hears that was never made, was used, or has run out: nobody learns which. */
export const usedUp = (): TracepressError =>
  new TracepressError("not_found", "This link has been used or has run out. Ask an owner for another one.");
