import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { Family, Sample } from "./exposition";

/** Upper bounds in seconds. */
const bounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
const windowUs = 3_600_000_000;

/** How long each stage took over the last hour, as a histogram. @param now milliseconds since the epoch. */
export function stageDurations(db: Db, now: number): Family {
  const within = bounds.map((bound, index) => sql`sum(end_us - start_us <= ${bound * 1e6}) as ${sql.raw(`b${index}`)}`);
  const rows = db.all<Record<string, number> & { name: string }>(sql`
    select name, count(*) as total, sum(end_us - start_us) as us, ${sql.join(within, sql`, `)}
    from spans where parent_span_id is not null and end_us >= ${now * 1000 - windowUs}
    group by name order by name`);
  return {
    name: "tracepress_stage_duration_seconds",
    help: "Duration of stages that ended within the last hour: a sliding window, so read the values, not their rate.",
    type: "histogram",
    samples: rows.flatMap((row) => histogram(row.name, row)),
  };
}

function histogram(stage: string, row: Record<string, number>): Sample[] {
  const buckets = bounds.map((bound, index): Sample => {
    return { suffix: "_bucket", labels: { stage, le: String(bound) }, value: row[`b${index}`] };
  });
  return [
    ...buckets,
    { suffix: "_bucket", labels: { stage, le: "+Inf" }, value: row.total },
    { suffix: "_sum", labels: { stage }, value: row.us / 1e6 },
    { suffix: "_count", labels: { stage }, value: row.total },
  ];
}
