import { existsSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { Db } from "./client";

/** Applies the generated migrations that this database has not seen. */
export function applyMigrations(db: Db): void {
  migrate(db, { migrationsFolder: migrationsFolder() });
}

/** The server runs bundled, so the folder is found from the project root that it was started in. */
function migrationsFolder(): string {
  const folder = join(process.cwd(), "db", "migrations");
  if (!existsSync(folder)) throw new Error(`No migrations at ${folder}: start Tracepress from its own folder.`);
  return folder;
}
