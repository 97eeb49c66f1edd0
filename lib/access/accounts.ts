import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { isAPIError } from "better-auth/api";
import { type Db, database } from "@/db/client";
import { accounts as account, apiKeys, sessions, users, verifications } from "@/db/schema-accounts";
import { type Config, config } from "@/lib/config";
import { passwordLength } from "@/lib/contracts/terms/accounts";
import { TracepressError } from "@/lib/errors";
import { log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import { originOf } from "./origin";
import { cookieSecret } from "./secret";

export type AccountRooms = { db: Db; config: Pick<Config, "data" | "host" | "port" | "publicUrl"> };

/**
 * better-auth over our own database. Its HTTP handler is mounted nowhere: our routes call it, so that what can be asked
 * is what app/api says and nothing more.
 */
export function makeAccounts({ db, config }: AccountRooms) {
  return betterAuth({
    appName: "Tracepress",
    baseURL: originOf(config),
    secret: cookieSecret(config.data),
    database: drizzleAdapter(db, {
      provider: "sqlite",
      schema: { user: users, session: sessions, account, verification: verifications, apikey: apiKeys },
    }),
    user: { additionalFields: { role: { type: "string", required: true, input: false } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    advanced: {
      cookiePrefix: "tracepress",
      useSecureCookies: config.publicUrl?.protocol === "https:",
      ipAddress: { disableIpTracking: true },
    },
    // lib/access/limits.ts counts for every process, and for what is not asked through its handler.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error", log: (_level, message, ...details) => tell(message, details) },
    plugins: [
      apiKey({
        defaultPrefix: "tp_",
        requireName: true,
        maximumNameLength: 60,
        startingCharactersConfig: { shouldStore: true, charactersLength: 9 },
        keyExpiration: { minExpiresIn: 1, maxExpiresIn: 3650 },
      }),
    ],
  });
}

/** What a caller did wrong is answered, and no line for everybody's log; what went wrong here is. */
function tell(message: string, details: unknown[]): void {
  const theirs = details.some((detail) => isAPIError(detail) && detail.statusCode < 500);
  if (theirs) log().debug({ details }, message);
  else log().warn({ err: details[0] }, message);
}

export type Accounts = ReturnType<typeof makeAccounts>;

/** The accounts of this server. @throws TracepressError `not_found` where nobody signs in. */
export function accounts(): Accounts {
  if (config().auth === "local") throw new TracepressError("not_found", "Nobody signs in to this server.");
  return singleton("accounts", () => makeAccounts({ db: database(), config: config() }));
}
