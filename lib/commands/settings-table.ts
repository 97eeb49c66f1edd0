import type { z } from "zod";
import { settings } from "@/lib/config";

/** The settings as the table that README shows, in Markdown. */
export function settingsTable(): string {
  const rows = Object.entries(settings).map(([name, schema]) => {
    const fallback = name === "TRACEPRESS_SLOTS" ? "number of cores" : String((schema as z.ZodType).parse(undefined));
    return `| \`${name}\` | ${fallback} | ${schema.description} |`;
  });
  return ["| name | default | meaning |", "|---|---|---|", ...rows].join("\n");
}
