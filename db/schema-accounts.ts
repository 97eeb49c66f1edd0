import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { roles } from "@/lib/contracts/terms/accounts";

// The tables that better-auth keeps (lib/access/accounts.ts): the names of their columns are its own, and times are dates.

const moment = () => integer({ mode: "timestamp_ms" });

export const users = sqliteTable("users", {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: integer({ mode: "boolean" }).notNull(),
  image: text(),
  role: text({ enum: roles }).notNull(),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
});

const userId = () =>
  text()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

export const sessions = sqliteTable(
  "sessions",
  {
    id: text().primaryKey(),
    userId: userId(),
    token: text().notNull().unique(),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (table) => [index("sessions_user").on(table.userId)],
);

/** How a user signs in: one row, whose `password` is a scrypt hash. */
export const accounts = sqliteTable(
  "accounts",
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: userId(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (table) => [index("accounts_user").on(table.userId)],
);

export const verifications = sqliteTable(
  "verifications",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (table) => [index("verifications_identifier").on(table.identifier)],
);

/** `key` is a SHA-256; the key itself is shown once and kept nowhere. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text().primaryKey(),
    configId: text().notNull(),
    name: text(),
    start: text(),
    referenceId: userId(),
    prefix: text(),
    key: text().notNull().unique(),
    refillInterval: integer(),
    refillAmount: integer(),
    lastRefillAt: moment(),
    enabled: integer({ mode: "boolean" }).notNull(),
    rateLimitEnabled: integer({ mode: "boolean" }).notNull(),
    rateLimitTimeWindow: integer(),
    rateLimitMax: integer(),
    requestCount: integer().notNull(),
    remaining: integer(),
    lastRequest: moment(),
    expiresAt: moment(),
    permissions: text(),
    metadata: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (table) => [index("api_keys_reference").on(table.referenceId)],
);

/** One-time links by which people make their own accounts; the link itself is kept nowhere. Times are milliseconds. */
export const invitations = sqliteTable("invitations", {
  /** SHA-256 of the link's secret, in hex. */
  tokenHash: text().primaryKey(),
  role: text({ enum: roles }).notNull(),
  createdAt: integer().notNull(),
  expiresAt: integer().notNull(),
});

/** One-time links by which people set new passwords; the link itself is kept nowhere. Times are milliseconds. */
export const passwordLinks = sqliteTable(
  "password_links",
  {
    /** SHA-256 of the link's secret, in hex. */
    tokenHash: text().primaryKey(),
    userId: userId(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (table) => [index("password_links_user").on(table.userId)],
);

/** What rate-limiter-flexible counts; `expire` is in milliseconds. */
export const rateLimits = sqliteTable(
  "rate_limits",
  {
    key: text().primaryKey(),
    points: integer().notNull().default(0),
    expire: integer(),
  },
  (table) => [index("rate_limits_expire").on(table.expire)],
);
