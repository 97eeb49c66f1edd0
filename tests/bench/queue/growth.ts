import { Tracepress } from "./tracepress";

const sample = 2_000;
const rounds = 5;

/**
 * Processor time of an item, in and done, once the tables hold so many finished ones.
 * @param sizes rows, ascending. @returns microseconds an item.
 */
export async function costAt(sizes: readonly number[]): Promise<{ rows: number; us_per_item: number }[]> {
  const engine = new Tracepress();
  const costs: { rows: number; us_per_item: number }[] = [];
  let rows = 0;
  for (const size of sizes) {
    if (size > rows) await engine.drain(size - rows);
    rows = Math.max(rows, size);
    const measured: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const before = process.cpuUsage();
      await engine.drain(sample);
      const { user, system } = process.cpuUsage(before);
      measured.push((user + system) / sample);
      rows += sample;
    }
    costs.push({ rows: size, us_per_item: Math.round(measured.sort((one, other) => one - other)[rounds >> 1]) });
  }
  await engine.stop();
  return costs;
}
