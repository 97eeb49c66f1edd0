import { describe, expect, it } from "vitest";
import { reasons } from "@/lib/pipelines/deck/policy";
import { idsOf, nodesOf, pictureOf, preprocessed, shapesOf } from "../../support/deck-preprocess";

const dropped = (body: string) =>
  preprocessed(body, "default").report.changes.map(({ element_id, reason }) => `${element_id} ${reason}`);

const seen = `<rect id="seen" width="50" height="40" fill="green"/>`;
const link = (inside: string) => `<a href="https://example.org/">${inside}</a>`;

describe("the minimal preset", () => {
  it("leaves the scene as it is", () => {
    const { source, scene, report } = preprocessed(`${seen}<rect width="5" height="5" opacity="0"/>`, "minimal");
    expect(scene).toBe(source);
    expect(report).toMatchObject({ dropped: 0, metadata: 0, simplified: 0, merged: 0, changes: [] });
  });
});

describe("the default preset", () => {
  it("drops what is completely see-through, with all it holds, and names each", () => {
    const group = `<g id="g" opacity="0"><path id="p" d="M0 0h9v9z"/></g>`;
    expect(dropped(`${seen}${group}`)).toEqual(["g fully_transparent", "p fully_transparent"]);
  });

  it("drops what has no paint that can be seen", () => {
    const fade = `<linearGradient id="f"><stop stop-opacity="0"/><stop offset="1" stop-opacity="0"/></linearGradient>`;
    const shapes = `<path id="a" d="M0 0h9v9z" fill-opacity="0"/><path id="b" d="M0 0h9v9z" fill="url(#f)"/>`;
    expect(dropped(`${fade}${seen}${shapes}`)).toEqual(["a not_painted", "b not_painted"]);
  });

  it("drops text whose letters cannot be seen", () => {
    expect(dropped(`${seen}<text id="t" y="20" fill-opacity="0">words</text>`)).toEqual(["t not_painted"]);
  });

  it("drops filled lines, but not stroked ones", () => {
    const lines = `<path id="a" d="M1 1 L9 9 L5 5 Z"/><path id="b" d="M1 1 L9 9" stroke="red"/>`;
    expect(dropped(`${seen}${lines}`)).toEqual(["a empty_geometry"]);
  });

  it("drops what an empty clip cuts away", () => {
    const clip = `<clipPath id="c"/>`;
    expect(dropped(`${clip}${seen}<rect id="a" width="9" height="9" clip-path="url(#c)"/>`)).toEqual([
      "a clipped_away",
    ]);
  });

  it("drops groups that hold nothing any more", () => {
    const nested = `<g id="g"><g id="h"><path id="a" d="M0 0h9v9z" fill-opacity="0"/></g></g>`;
    const told = dropped(`${seen}${nested}`);
    expect(told).toEqual(["a not_painted", "h empty_group", "g empty_group"]);
  });

  it("keeps an unseen area that can be clicked", () => {
    const { scene, report } = preprocessed(
      link(`<rect id="hot" width="9" height="9" fill-opacity="0"/><path id="spot" d="M0 0h9v9z" opacity="0"/>`),
      "default",
    );
    expect(idsOf(scene)).toEqual(["hot", "spot"]);
    expect(report.dropped).toBe(0);
  });

  it("keeps what a filter paints where the element does not", () => {
    const flood = `<filter id="f"><feFlood flood-color="red"/></filter>`;
    expect(dropped(`${flood}<rect id="a" width="9" height="9" fill-opacity="0" filter="url(#f)"/>`)).toEqual([]);
  });

  it("notes in the scene what it dropped, with the line it stands on", () => {
    const { scene } = preprocessed(`${seen}\n<path id="p" d="M0 0h9v9z" opacity="0"/>`, "default");
    expect(scene.notes).toEqual([
      { element_id: "p", element_type: "path", source_line: 2, reason: "fully_transparent", detail: "" },
    ]);
  });

  it("tells of the editor's own elements, and drops its signature from the alternative text", () => {
    const editors = `<sodipodi:namedview id="base"/>\n<metadata id="m"/><desc>Created with Sketch.</desc>${seen}`;
    const { scene, report } = preprocessed(editors, "default");
    const told = report.changes.map((change) => `${change.element_type} ${change.element_id} ${change.source_line}`);
    expect(told).toEqual(["desc svg-1 1", "metadata m 2", "sodipodi:namedview base 1"]);
    expect([scene.description, scene.root.description]).toEqual(["", ""]);
    expect(report.metadata).toBe(3);
  });

  it("keeps the descriptions that people wrote", () => {
    const { scene } = preprocessed(`<desc>A barn, created with love.</desc>${seen}`, "default");
    expect(scene.description).toBe("A barn, created with love.");
  });

  it("leaves a scene in which all is seen as it is", () => {
    const { source, scene } = preprocessed(`<g id="g">${seen}</g>`, "default");
    expect(scene).toBe(source);
  });

  it("leaves an empty picture where nothing is seen", async () => {
    const { source, scene } = preprocessed(`<g opacity="0">${seen}</g>`, "default");
    expect(nodesOf(scene.root)).toHaveLength(1);
    expect(await pictureOf(scene)).toEqual(await pictureOf(source));
  });
});

describe("every preset", () => {
  const body = `${seen}<g opacity="0"><path d="M0 0h9v9z"/></g><path d="M0 0h9v9z"/><path d="M9 9h9v9z"/>`;

  it("gives only reasons of the closed list", () => {
    const { report } = preprocessed(body, "aggressive");
    expect(report.changes.length).toBeGreaterThan(3);
    expect(report.changes.filter(({ reason }) => !Object.hasOwn(reasons, reason))).toEqual([]);
  });

  it("counts what it tells of", () => {
    const { report } = preprocessed(body, "aggressive");
    for (const kind of ["dropped", "metadata", "simplified", "merged"] as const) {
      expect(report[kind]).toBe(report.changes.filter((change) => change.kind === kind).length);
    }
  });

  it("gives the same scene twice and leaves the one it was given alone", () => {
    const before = preprocessed(body, "minimal").scene;
    const { source, scene } = preprocessed(body, "aggressive");
    expect(source).toEqual(before);
    expect(preprocessed(body, "aggressive").scene).toEqual(scene);
    expect(shapesOf(scene).length).toBeLessThan(shapesOf(source).length);
  });
});
