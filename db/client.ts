import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { config } from "@/lib/config";
import { singleton } from "@/lib/singleton";
import { applyMigrations } from "./migrate";
import * as schema from "./schema";

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };
/** A transaction or the database itself: what every statement runs on. Transactions are synchronous. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0] | Db;

/** How long a statement waits for another process's lock, in milliseconds. */
const busyMs = 15_000;

/**
 * Opens `tracepress.db` in `folder`, creating both, and brings its schema up to date.
 * WAL with `synchronous=NORMAL`: a killed process loses no acknowledged row; a power cut may lose the newest ones.
 */
export function openDatabase(folder: string): Db {
  mkdirSync(folder, { recursive: true });
  const client = new Database(join(folder, "tracepress.db"), { timeout: busyMs });
  client.pragma("journal_mode = WAL");
  client.pragma("synchronous = NORMAL");
  client.pragma("foreign_keys = ON");
  const db = drizzle({ client, schema, casing: "snake_case" }) as Db;
  applyMigrations(db);
  return db;
}

/**
 * Runs statements that may be put off: waiting for another process's lock holds up the whole event loop, so these give
 * up after `ms` milliseconds.
 * @throws SqliteError `SQLITE_BUSY` when the lock was not to be had.
 */
export function waitingAtMost<Result>(db: Db, ms: number, work: () => Result): Result {
  const client = db.$client;
  client.pragma(`busy_timeout = ${ms}`);
  try {
    return work();
  } finally {
    client.pragma(`busy_timeout = ${busyMs}`);
  }
}

/**
 * Statements that are parsed once for a connection: an un-prepared one costs several times what it does. They run in
 * whatever transaction is open on the connection, so hot paths hand on the database itself and not the transaction.
 */
export function prepared<Statements, On extends Tx = Tx>(make: (db: On) => Statements): (db: On) => Statements {
  const made = new WeakMap<On, Statements>();
  return (db) => {
    const known = made.get(db);
    if (known) return known;
    const statements = make(db);
    made.set(db, statements);
    return statements;
  };
}

const transactions = prepared((db: Db) => db.$client.transaction((work: (tx: Tx) => unknown) => work(db)));

/**
 * Runs `work` in one transaction that takes the write lock as it begins, or as a part of the one that is open: all of it is
 * written, or nothing where it throws.
 */
export const immediately = <Result>(db: Db, work: (tx: Tx) => Result): Result =>
  transactions(db).immediate(work) as Result;

/** The database of this process. */
export const database = (): Db => singleton("database", () => openDatabase(config().data));
