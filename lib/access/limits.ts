import { createHash } from "node:crypto";
import { type RateLimiterRes, RateLimiterSQLite } from "rate-limiter-flexible";
import { type Db, database } from "@/db/client";
import { type Config, config } from "@/lib/config";
import { TracepressError } from "@/lib/errors";
import { singleton } from "@/lib/singleton";

/** What is limited: previews, submissions of batches, uploads, and tries to sign in or to make an account. */
export type Limited = "preview" | "submit" | "upload" | "signIn";

/** How often each may be done in a minute, by one who and from one address. */
export type PerMinute = Config["perMinute"];

/** Counts in the database, so that several processes count together. */
export class Limits {
  private readonly limiters: Record<Limited, RateLimiterSQLite>;

  constructor(db: Db, perMinute: PerMinute) {
    const limiter = (what: Limited) =>
      new RateLimiterSQLite({
        storeClient: db.$client,
        storeType: "better-sqlite3",
        tableName: "rate_limits",
        tableCreated: true,
        clearExpiredByTimeout: true,
        keyPrefix: what,
        points: perMinute[what],
        duration: 60,
        // Whoever is over the limit is told so without another write.
        inMemoryBlockOnConsumed: perMinute[what],
      });
    this.limiters = {
      preview: limiter("preview"),
      submit: limiter("submit"),
      upload: limiter("upload"),
      signIn: limiter("signIn"),
    };
  }

  /** @throws TracepressError `rate_limited` with the seconds to wait, when any of the keys is used up. */
  async count(what: Limited, keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.limiters[what].consume(shortened(key)).catch(refuse);
  }
}

/** Of one length, whatever a client sends as its name. */
const shortened = (key: string): string => createHash("sha256").update(key).digest("base64url").slice(0, 22);

/** Known by what it says: the bundler gives routes and pages separate copies of the library's class. */
const isRefusal = (cause: unknown): cause is RateLimiterRes =>
  typeof cause === "object" && cause !== null && "msBeforeNext" in cause;

function refuse(cause: unknown): never {
  if (!isRefusal(cause)) throw cause;
  const retryAfter = Math.max(1, Math.ceil(cause.msBeforeNext / 1000));
  throw new TracepressError("rate_limited", `Too many of these in a minute; wait ${retryAfter} s.`, { retryAfter });
}

/** The limits of this process; they count in the database, with those of others. */
export const limits = (): Limits => singleton("limits", () => new Limits(database(), config().perMinute));
