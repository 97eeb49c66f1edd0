import { z } from "zod";
import { passwordLength, roles, scopes } from "./terms/accounts";

export type Role = (typeof roles)[number];

export type Scope = (typeof scopes)[number];

const email = z.email().max(254).toLowerCase();
const newPassword = z.string().min(passwordLength.least).max(passwordLength.most);
const linkToken = z.string().min(1).max(200);
const moment = z.iso.datetime();

/** `POST /api/v1/session`. */
export const signInRequestSchema = z.object({ email, password: z.string().min(1).max(passwordLength.most) });
export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** `POST /api/v1/members`: by a one-time link. */
export const joinRequestSchema = z.object({
  token: linkToken,
  name: z.string().trim().min(1).max(100),
  email,
  password: newPassword,
});
export type JoinRequest = z.infer<typeof joinRequestSchema>;

/** `PUT /api/v1/password`: one's own. */
export const changePasswordRequestSchema = z.object({
  current_password: z.string().min(1).max(passwordLength.most),
  password: newPassword,
});
export type ChangePasswordRequest = z.infer<typeof changePasswordRequestSchema>;

/** `POST /api/v1/password`: by a one-time link. */
export const setPasswordRequestSchema = z.object({ token: linkToken, password: newPassword });
export type SetPasswordRequest = z.infer<typeof setPasswordRequestSchema>;

export const memberSchema = z.object({
  member_id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  created_at: moment,
});
export type Member = z.infer<typeof memberSchema>;

export const memberListSchema = z.object({ members: z.array(memberSchema) });
export type MemberList = z.infer<typeof memberListSchema>;

/** `POST /api/v1/invitations` and `PATCH /api/v1/members/{member}`. */
export const roleRequestSchema = z.object({ role: z.enum(roles) });

/** For a new account, or for a new password. */
export const oneTimeLinkSchema = z.object({
  url: z.string().describe("The link; it is shown once."),
  expires_at: moment,
});
export type OneTimeLinkView = z.infer<typeof oneTimeLinkSchema>;

/** `POST /api/v1/keys`. */
export const newApiKeyRequestSchema = z.object({
  name: z.string().trim().min(1).max(60),
  scopes: z.array(z.enum(scopes)).min(1).default(["read", "write"]),
  expires_in_days: z.number().int().min(1).max(3650).nullable().default(null),
  requests_per_minute: z.number().int().min(1).max(100_000).default(600),
});
export type NewApiKeyRequest = z.infer<typeof newApiKeyRequestSchema>;

export const apiKeySchema = z.object({
  key_id: z.string(),
  name: z.string(),
  start: z.string().describe("The key's first letters."),
  scopes: z.array(z.enum(scopes)),
  requests_per_minute: z.number().int(),
  created_at: moment,
  expires_at: moment.nullable(),
  last_used_at: moment.nullable(),
});
export type ApiKeyView = z.infer<typeof apiKeySchema>;

export const apiKeyListSchema = z.object({ keys: z.array(apiKeySchema) });
export type ApiKeyList = z.infer<typeof apiKeyListSchema>;

export const newApiKeySchema = apiKeySchema.extend({ key: z.string().describe("The key itself; it is shown once.") });
export type NewApiKey = z.infer<typeof newApiKeySchema>;
