import { localOwnerId } from "@/db/schema";
import type { Role, Scope } from "@/lib/contracts/accounts";
import { scopes } from "@/lib/contracts/terms/accounts";

/** Who asks: a person who signed in, or a program with a key of theirs. */
export interface Caller {
  /** Of the user; everything they make belongs to it. */
  id: string;
  role: Role;
  via: "local" | "session" | "key";
  /** Of the session or the key that they came by; null for the local owner. */
  credentialId: string | null;
  scopes: readonly Scope[];
}

/** The one caller of a server without accounts. */
export const localOwner: Caller = { id: localOwnerId, role: "owner", via: "local", credentialId: null, scopes };
