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
  const parsed = db.$client.prepare<unknown[], unknown[]>(sql);
  const bindings = params.map(bindingOf);
  const bind = (values: Values): unknown[] => bindings.map((binding) => binding(values));
  const rowOf = mapper<Row>(
    parsed.reader
      ? parsed
          .raw()
          .columns()
          .map(({ name }) => name)
      : [],
  );
  return {
    run: (values) => void parsed.run(bind(values)),
    get: (values) => {
      const cells = parsed.get(bind(values));
      return cells && rowOf(cells);
    },
    all: (values) => parsed.all(bind(values)).map(rowOf),
  };
}

/** Rows are made here, from their cells: the driver looks each column's name up anew for each row. */
function mapper<Row>(names: readonly string[]): (cells: unknown[]) => Row {
  return (cells) => {
    const row: Values = {};
    for (let place = 0; place < names.length; place++) row[names[place]] = cells[place];
    return row as Row;
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
