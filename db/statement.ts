import { is, Param, Placeholder, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Db } from "./client";

type Values = Record<string, unknown>;

/** A statement that is parsed once. Its rows come as SQLite has them. */
export interface Statement<Row> {
  run(values: Values): void;
  get(values: Values): Row | undefined;
  all(values: Values): Row[];
}

/**
 * Prepares a query of drizzle's for SQLite's own driver: filling in placeholders and mapping rows by drizzle costs as
 * much again as a short statement does. For what runs with every item; all else goes by drizzle.
 * @param query with placeholders, each of which every run gives.
 */
export function statement<Row = never>(db: Db, query: { toSQL(): { sql: string; params: unknown[] } }): Statement<Row> {
  const { sql, params } = query.toSQL();
  const parsed = db.$client.prepare<unknown[], Row>(sql);
  const bindings = params.map(bindingOf);
  const bind = (values: Values): unknown[] => bindings.map((binding) => binding(values));
  return {
    run: (values) => void parsed.run(bind(values)),
    get: (values) => parsed.get(bind(values)),
    all: (values) => parsed.all(bind(values)),
  };
}

/** Columns that come back under the names that the schema has for them, with no mapping to be done: JSON stays text. */
export const named = (columns: Record<string, SQLiteColumn>) =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, sql`${column}`.as(name)]));

/** How a parameter comes by its value: a constant of the query, or what a run gives, as its column stores it. */
function bindingOf(param: unknown): (values: Values) => unknown {
  if (is(param, Placeholder)) {
    const { name } = param;
    return (values) => values[name];
  }
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder } = param;
    const { name } = param.value;
    return (values) => encoder.mapToDriverValue(values[name]);
  }
  return () => param;
}
