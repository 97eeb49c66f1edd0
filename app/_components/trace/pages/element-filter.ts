import type { MapperRow } from "@/lib/contracts/deck-trace";
import { outputFormats } from "@/lib/contracts/terms/trace";

export type Format = (typeof outputFormats)[number];

/** Which elements of a page are shown; null for all. */
export interface ElementFilter {
  format: Format | null;
  reason: string | null;
}

export const formatFrom = (text: string | null): Format | null => outputFormats.find((one) => one === text) ?? null;

export const filtered = (rows: readonly MapperRow[], { format, reason }: ElementFilter): MapperRow[] =>
  rows.filter(
    (row) => (format === null || row.output_format === format) && (reason === null || row.reasons.includes(reason)),
  );

/** The formats and the reasons there are, with how many elements each has; reasons by how often. */
export function offered(rows: readonly MapperRow[]): { formats: [Format, number][]; reasons: [string, number][] } {
  const reasons = new Map<string, number>();
  for (const code of rows.flatMap((row) => row.reasons)) reasons.set(code, (reasons.get(code) ?? 0) + 1);
  const formats = outputFormats.map((format): [Format, number] => [
    format,
    rows.filter(({ output_format }) => output_format === format).length,
  ]);
  return {
    formats: formats.filter(([, count]) => count > 0),
    reasons: [...reasons].sort(([one, often], [other, oftener]) => oftener - often || one.localeCompare(other)),
  };
}
