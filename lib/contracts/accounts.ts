import { z } from "zod";

/** `owner` sees everything and keeps the members; a `member` sees what is their own. */
export const roles = ["owner", "member"] as const;
export type Role = (typeof roles)[number];

/** What an API key may do for the one it belongs to: look, or also submit and change. */
export const scopes = ["read", "write"] as const;
export type Scope = (typeof scopes)[number];

export const roleSchema = z.enum(roles);
