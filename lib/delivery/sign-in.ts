import { JWT, type OAuth2Client, UserRefreshClient } from "google-auth-library";
import type { Credentials } from "./credentials";

/** Where `google-auth-library` asks for a service account's token, whatever the account's file says. */
const fixedTokens = "https://oauth2.googleapis.com/token";

/** A root folder that a person shared with a service account is invisible under the narrower `drive.file`. */
const scopes = ["https://www.googleapis.com/auth/drive"];

/** A request that says nothing for this long is broken; uploads set their own. */
const timeout = 60_000;

/** A client that signs each request, and fetches and renews its token by itself. Nothing is asked before the first request. */
export function signIn(credentials: Credentials): OAuth2Client {
  const client = credentials.type === "service_account" ? serviceAccount(credentials) : authorizedUser(credentials);
  leaveRetriesToUs(client);
  return client;
}

function serviceAccount(account: Extract<Credentials, { type: "service_account" }>): JWT {
  const client = new JWT({
    email: account.client_email,
    key: account.private_key,
    keyId: account.private_key_id,
    scopes,
    additionalClaims: { aud: account.token_uri },
    transporterOptions: { timeout },
  });
  client.transporter.interceptors.request.add({
    resolved: async (request) => {
      if (request.url.href === fixedTokens) request.url = new URL(account.token_uri);
      return request;
    },
  });
  return client;
}

function authorizedUser(user: Extract<Credentials, { type: "authorized_user" }>): UserRefreshClient {
  return new UserRefreshClient({
    clientId: user.client_id,
    clientSecret: user.client_secret,
    refreshToken: user.refresh_token,
    endpoints: { oauth2TokenUrl: user.token_uri },
    transporterOptions: { timeout },
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
