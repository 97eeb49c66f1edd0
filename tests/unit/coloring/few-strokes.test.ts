import sharp from "sharp";
import { expect, test } from "vitest";
import { press } from "./press";

/** A flat face with a smile that is one stroke. */
const smiling = (smile: string) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">
      <rect width="900" height="900" fill="#a8dbc0"/>
      <circle cx="450" cy="450" r="300" fill="#f0a030"/>
      <circle cx="350" cy="380" r="36" fill="#223"/><circle cx="550" cy="380" r="36" fill="#223"/>${smile}
    </svg>`),
  )
    .png()
    .toBuffer();

test("a smile that is a single stroke in a flat picture is drawn, though no region ends at it", async () => {
  const solemn = await press(await smiling(""), { options: { formats: ["svg"] } });
  const cheerful = await press(
    await smiling(`<path d="M390 560Q450 610 510 560" stroke="#a33" stroke-width="8" fill="none"/>`),
    { options: { formats: ["svg"] } },
  );
  expect(cheerful.attributes.outline.kind).toBe("picture");
  expect(solemn.attributes.clean["lines.creases"]).toBe(0);
  expect(cheerful.attributes.clean["lines.creases"]).toBe(1);
});
