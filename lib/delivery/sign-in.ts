import { JWT, type OAuth2Client, UserRefreshClient } from "google-auth-library";
import type { Credentials } from "./credentials";

type Account = Extract<Credentials, { type: "service_account" }>;
type Person = Extract<Credentials, { type: "authorized_user" }>;

/** Where `google-auth-library` asks for a service account's token, whatever the account's file says. */
const fixedTokens = "https://oauth2.googleapis.com/token";

/** A root folder that a person shared with a service account is invisible under the narrower `drive.file`. */
const scopes = ["https://www.googleapis.com/auth/drive"];

/**
 * A client that signs each request, and fetches and renews its token by itself. Nothing is asked before the first
 * request. @param timeout ms after which a request without an answer is broken, unless it sets its own.
 */
export function signIn(credentials: Credentials, timeout: number): OAuth2Client {
  const transporterOptions = { timeout };
  const client =
    credentials.type === "service_account"
      ? serviceAccount(credentials, transporterOptions)
      : authorizedUser(credentials, transporterOptions);
  leaveRetriesToUs(client);
  return client;
}

function serviceAccount(account: Account, transporterOptions: { timeout: number }): JWT {
  const client = new JWT({
    email: account.client_email,
    key: account.private_key,
    keyId: account.private_key_id,
    scopes,
    additionalClaims: { aud: account.token_uri },
    transporterOptions,
  });
  client.transporter.interceptors.request.add({
    resolved: async (request) => {
      if (request.url.href === fixedTokens) request.url = new URL(account.token_uri);
      return request;
    },
  });
  return client;
}

function authorizedUser(user: Person, transporterOptions: { timeout: number }): UserRefreshClient {
  return new UserRefreshClient({
    clientId: user.client_id,
    clientSecret: user.client_secret,
    refreshToken: user.refresh_token,
    endpoints: { oauth2TokenUrl: user.token_uri },
    transporterOptions,
  });
}

/** The library's own retries of the token request know no AbortSignal and no Retry-After. */
function leaveRetriesToUs(client: OAuth2Client): void {
  client.transporter.interceptors.request.add({
    resolved: async (request) => {
      request.retry = false;
      request.retryConfig = undefined;
      return request;
    },
  });
}
