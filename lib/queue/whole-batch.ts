import { sql } from "drizzle-orm";

// Work on whole batches, as far as it is to be done or under way. Literals, not parameters: SQLite takes a partial index
// only where the query repeats its condition.
export const closingIs = { ready: sql`closing = 'ready'`, running: sql`closing = 'running'` };
export const deliveryIs = { ready: sql`delivery = 'ready'`, running: sql`delivery = 'running'` };
