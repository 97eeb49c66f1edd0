import { describe, expect, test } from "vitest";
import { bothRules, contoursOf } from "@/lib/pipelines/deck/map/contours";
import { crossings } from "@/lib/pipelines/deck/map/crossings";
import { loadPathKit } from "@/lib/pipelines/deck/map/pathkit";
import { polygonOf } from "@/lib/pipelines/deck/map/polygon";
import { readPath } from "@/lib/pipelines/deck/parse/scene/path-data";

const crossingsOf = (d: string) => crossings(contoursOf(readPath(d)).map(polygonOf), 1000);

describe("where an outline crosses itself", () => {
  test.each([
    ["nowhere in a star's points", "M50 0 60 40 100 50 60 60 50 100 40 60 0 50 40 40Z", 0],
    ["once in a bow tie", "M0 0 100 100 100 0 0 100Z", 1],
    ["twice where two squares overlap", "M0 0H60V60H0ZM40 40H100V100H40Z", 2],
    ["nowhere where one square lies in another", "M0 0H60V60H0ZM20 20H40V40H20Z", 0],
    ["nowhere in many long curves side by side", wave(200), 0],
  ])("is found: %s", (_what, d, times) => {
    expect(crossingsOf(d)).toBe(times);
  });

  test("is not where a rounded end misses its beginning by less than is seen", () => {
    const missed = "M50.1 0 100 50 50 100 0 50 50 0.05 50.15 .1Z";
    expect(crossingsOf(missed)).toBe(0);
    expect(crossingsOf(missed.replace("50 0.05 50.15 .1", "50 10 60 0"))).toBeGreaterThan(0);
  });

  test("leaves an outline that only misses its beginning as it was drawn", async () => {
    await loadPathKit();
    const path = readPath("M50.1 0 100 50 50 100 0 50 50 0.05 50.15 .1Z");
    const points = bothRules(path, "nonzero").path.filter(({ type }) => type !== "Z");
    expect(points).toHaveLength(6);
  });
});

/** A ribbon along a wave: its sides run beside each other and never meet. */
function wave(turns: number): string {
  const xs = Array.from({ length: turns }, (_, i) => i * 10);
  const there = xs.map((x) => `C${x + 3} 0 ${x + 7} 20 ${x + 10} ${x % 20 ? 0 : 20}`);
  const back = xs.toReversed().map((x) => `C${x + 7} 40 ${x + 3} 60 ${x} ${x % 20 ? 60 : 40}`);
  return `M0 0${there.join("")}V50${back.join("")}Z`;
}
