import { TracepressError } from "@/lib/errors";
import type { Caller } from "./caller";

/**
 * What a route asks of whoever calls it: nothing (`public`); a scope (`read`, `write`), which a signed-in person has and
 * a key was given; a person at a browser (`session`), the role of an owner at one (`owner`), or the role of an owner or
 * a program on this very machine (`operator`).
 */
export type Need = "public" | "read" | "write" | "session" | "owner" | "operator";

/** @throws TracepressError `unauthenticated` when nobody is known, `forbidden` when they may not. */
export function requireNeed(need: Need, caller: Caller | null, onThisMachine: boolean): void {
  if (need === "public" || (need === "operator" && onThisMachine)) return;
  if (caller === null) throw new TracepressError("unauthenticated", "Sign in, or send an API key.");
  const lacking = whatLacks(need, caller);
  if (lacking !== null) throw new TracepressError("forbidden", lacking);
}

function whatLacks(need: Exclude<Need, "public">, { role, via, scopes }: Caller): string | null {
  switch (need) {
    case "read":
    case "write":
      return scopes.includes(need) ? null : `This API key may not ${need}. Make one that has the scope ${need}.`;
    case "session":
      return via === "key" ? "An API key may not do this. Sign in with a browser." : null;
    case "owner":
      return role === "owner" && via !== "key" ? null : "Only an owner who is signed in may do this.";
    case "operator":
      return role === "owner" ? null : "Only an owner may see this.";
  }
}
