import { generateKeyPairSync, verify } from "node:crypto";
import { Refusal } from "./drive-store";

const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** What the owner of the drive holds: a service account's key, and a person's refresh token. */
export const account = {
  email: "press@tracepress.example",
  key: keys.privateKey.export({ type: "pkcs8", format: "pem" }) as string,
  client_id: "tracepress-client",
  client_secret: "keep-this-client-secret",
  refresh_token: "keep-this-refresh-token",
};

/** OAuth 2.0 as Google's token endpoint speaks it (RFC 7523 for service accounts, RFC 6749 for people). */
export class DriveTokens {
  private readonly good = new Set<string>();

  /** @param form the request's body. @param audience what the assertion must be meant for. */
  grant(form: URLSearchParams, audience: string): object {
    const allowed = form.get("grant_type") === "refresh_token" ? ofPerson(form) : ofServiceAccount(form, audience);
    if (!allowed) throw new Refusal(400, "invalid_grant");
    const token = `token-${this.good.size + 1}`;
    this.good.add(token);
    return { access_token: token, token_type: "Bearer", expires_in: 3600 };
  }

  /** @throws Refusal 401 for a request that carries no good token. */
  check(authorization: string | undefined): void {
    if (!this.good.has(authorization?.replace(/^Bearer /, "") ?? "")) throw new Refusal(401, "authError");
  }

  revoke(): void {
    this.good.clear();
  }
}

const ofPerson = (form: URLSearchParams) =>
  (["client_id", "client_secret", "refresh_token"] as const).every((field) => form.get(field) === account[field]);

function ofServiceAccount(form: URLSearchParams, audience: string): boolean {
  const [header, payload, signature] = (form.get("assertion") ?? "").split(".");
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify("RSA-SHA256", signed, keys.publicKey, Buffer.from(signature ?? "", "base64url"))) return false;
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  return claims.iss === account.email && claims.aud === audience && /auth\/drive$/.test(claims.scope);
}
