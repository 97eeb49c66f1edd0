import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { objectSamples } from "@/tests/bench/lineart/objects";
import { compose } from "@/tests/bench/lineart/objects/compose";

let folder: string;
let ball: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "objects-"));
  ball = join(folder, "ball.png");
  const drawn =
    '<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"><circle cx="250" cy="250" r="220" fill="#c40"/></svg>';
  await sharp(Buffer.from(drawn)).png().toFile(ball);
});
afterAll(() => rm(folder, { recursive: true }));

/** One thing before a plain wall. */
const alone = { seed: 8, kind: "calm", width: 481, height: 321 } as const;

test("a ball before a wall has its circle as outline, and nothing else", async () => {
  const { borders } = await compose(alone, [ball]);
  const points = [...borders.keys()].filter((i) => borders[i]).map((i) => [i % 481, Math.floor(i / 481)]);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const middle = [xs, ys].map((all) => (Math.min(...all) + Math.max(...all)) / 2);
  const radius = (Math.max(...xs) - Math.min(...xs)) / 2;
  expect(radius).toBeGreaterThan(60);
  for (const [x, y] of points) expect(Math.abs(Math.hypot(x - middle[0], y - middle[1]) - radius)).toBeLessThan(2.5);
  expect(points.length).toBeGreaterThan(5 * radius);
});

test("the same seed makes the same picture, another one another", async () => {
  const { file } = await compose(alone, [ball]);
  expect(await sharp(file).metadata()).toMatchObject({ format: "jpeg", width: 481, height: 321 });
  expect((await compose(alone, [ball])).file.equals(file)).toBe(true);
  expect((await compose({ ...alone, seed: 12 }, [ball])).file.equals(file)).toBe(false);
});

test("without its packages the set says which one is missing", () => {
  const found = objectSamples();
  if (typeof found === "string") expect(found).toMatch(/^objects: .*(tuxpaint-stamps-default|backgrounds)/);
  else expect(found).toHaveLength(60);
});
