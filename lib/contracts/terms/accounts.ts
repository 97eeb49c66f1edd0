/** `owner` sees everything and keeps the members; a `member` sees what is their own. */
export const roles = ["owner", "member"] as const;

/** What an API key may do for the one it belongs to: look, or also submit and change. */
export const scopes = ["read", "write"] as const;

/** Characters of a password. */
export const passwordLength = { least: 12, most: 128 } as const;
