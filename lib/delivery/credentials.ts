import { createPrivateKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { TracepressError } from "@/lib/errors";
import { keepSecret } from "@/lib/secrets";

const googleTokens = "https://oauth2.googleapis.com/token";

const serviceAccountSchema = z.object({
  type: z.literal("service_account"),
  client_email: z.string().min(1),
  private_key: z.string().refine(isPrivateKey, "is not a private key in PEM"),
  private_key_id: z.string().optional(),
  token_uri: z.url().default(googleTokens),
});

const authorizedUserSchema = z.object({
  type: z.literal("authorized_user"),
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
  refresh_token: z.string().min(1),
  token_uri: z.url().default(googleTokens),
});

const credentialsSchema = z.discriminatedUnion("type", [serviceAccountSchema, authorizedUserSchema]);

/** Who sends to Drive: a service account or a person who allowed it once. Secret: neither logged nor put in an error. */
export type Credentials = z.infer<typeof credentialsSchema>;

/**
 * Reads the credentials file as Google hands it out (service account) or as `gcloud auth application-default login`
 * writes it (authorized user).
 * @throws TracepressError `drive_unavailable` that names the setting and the wrong fields, never their values.
 */
export async function readCredentials(path: string): Promise<Credentials> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw unusable(`cannot be read (${error.code})`);
  });
  const parsed = credentialsSchema.safeParse(parseJson(text));
  if (parsed.success) return kept(parsed.data);
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".") || "it"}: ${issue.message}`);
  throw unusable(`is neither a service account nor an authorized user; ${wrong.join("; ")}`);
}

/** The same, and no line of the log will show it. */
function kept(credentials: Credentials): Credentials {
  const secrets =
    credentials.type === "service_account"
      ? [credentials.private_key]
      : [credentials.client_secret, credentials.refresh_token];
  for (const secret of secrets) keepSecret(secret);
  return credentials;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the file, which is secret.
    throw unusable("is not JSON");
  }
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).type === "private";
  } catch {
    return false;
  }
}

const unusable = (why: string) =>
  new TracepressError("drive_unavailable", `The file that TRACEPRESS_DRIVE_CREDENTIALS names ${why}.`);
