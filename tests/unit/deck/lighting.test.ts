import { beforeAll, describe, expect, it } from "vitest";
import type { MapDecisions } from "@/lib/pipelines/deck/map";
import { loadPathKit } from "@/lib/pipelines/deck/map/pathkit";
import type { FilterUse } from "@/lib/pipelines/deck/scene";
import { base, drawn, mapped, rect } from "../../support/deck-scene";

beforeAll(loadPathKit);

/** What is drawn of a square under a light of a colour; the square's user units are `scale` slide pixels. */
async function lit(scale: number, linearRgb: boolean): Promise<string> {
  const region = { x: 0, y: 0, width: 10, height: 10 };
  const filter: FilterUse = {
    origin: base("light", "filter").origin,
    region,
    primitives: [
      {
        type: "feDiffuseLighting",
        inputs: ["SourceAlpha"],
        result: "",
        region,
        linearRgb,
        values: { surfaceScale: 3, "lighting-color": { red: 255, green: 188, blue: 0, alpha: 1 } },
        children: [{ type: "feDistantLight", values: { azimuth: 45, elevation: 45 } }],
        content: null,
      },
    ],
  };
  const square = rect(1, 1, 8, 8, { filter, transform: [scale, 0, 0, scale, 0, 0] });
  const decisions: MapDecisions = new Map([[square, { decision: "raster", reasons: ["filter_feDiffuseLighting"] }]]);
  await mapped([square], decisions);
  const [written = ""] = drawn.filter((svg) => svg.includes("<feDiffuseLighting"));
  return written;
}

describe("a light as the picture it is drawn in needs it", () => {
  it("falls on heights in slide pixels", async () => {
    expect(await lit(4, false)).toContain('surfaceScale="12"');
    expect(await lit(1, false)).toContain('surfaceScale="3"');
  });

  it("has its colour in the space that it is worked out in", async () => {
    expect(await lit(1, false)).toContain('lighting-color="rgb(255,188,0)"');
    expect(await lit(1, true)).toContain('lighting-color="rgb(255,128,0)"');
  });
});
