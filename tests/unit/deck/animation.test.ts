import { describe, expect, it } from "vitest";
import { multiply } from "@/lib/pipelines/deck/matrix";
import type { Matrix, SceneNode } from "@/lib/pipelines/deck/scene";
import { sceneOf, textsOf } from "../../support/deck-text";

const fading = "@keyframes fade{from{opacity:0}to{opacity:1}}";

/** Words that can be seen, with how strongly. */
const seen = (inside: string) =>
  textsOf(inside)
    .filter(({ opacity }) => opacity > 0)
    .map(({ chunks, opacity }) => `${chunks[0].runs[0].text} ${opacity}`);

/** From the only shape to the file. */
function placeOf(inside: string): Matrix {
  const visit = (node: SceneNode): Matrix | null => {
    if (node.kind !== "group") return node.transform;
    const inner = node.children.map(visit).find((matrix) => matrix !== null) ?? null;
    return inner && multiply(node.transform, inner);
  };
  const found = visit(sceneOf(inside).root);
  if (found === null) throw new Error("There is no shape.");
  return found.map((value) => Math.round(value * 1000) / 1000) as unknown as Matrix;
}

describe("an animation of a style sheet", () => {
  it.each([
    ["one that fades in and stays", "fade 1s ease-in-out forwards", ["Hello 1"]],
    ["one that waits first", "2s cubic-bezier(0.1, 0.7, 1, 0.1) 450ms both fade", ["Hello 1"]],
    ["the second of two", "other 1s infinite, fade 1s forwards", ["Hello 1"]],
    ["one that goes there and back", "fade 1s 2 alternate forwards", []],
    ["one that goes there, back and there", "fade 1s 3 alternate forwards", ["Hello 1"]],
    ["one that runs backwards", "fade 1s reverse forwards", []],
    ["one that keeps nothing", "fade 1s", []],
    ["one that never ends", "fade 1s infinite forwards", []],
    ["one that is held", "fade 1s forwards paused", []],
    ["one that nobody describes", "unknown 1s forwards", []],
  ])("shows where it comes to rest: %s", (_, animation, expected) => {
    expect(seen(`<style>${fading} .in{opacity:0;animation:${animation}}</style><text class="in">Hello</text>`)).toEqual(
      expected,
    );
  });

  it("is said in parts, too, and gives way to what is important", () => {
    const parts = "opacity:0;animation:fade 1s;animation-fill-mode:forwards";
    expect(seen(`<style>${fading}</style><text style="${parts}">Hello</text>`)).toEqual(["Hello 1"]);
    expect(seen(`<style>${fading}</style><text style="${parts};opacity:0.5 !important">Hello</text>`)).toEqual([
      "Hello 0.5",
    ]);
  });

  it("says of what moves that it stands still on the slide", () => {
    const { notes } = sceneOf(`<style>${fading}</style><text id="a" style="animation:fade 1s infinite">Hello</text>`);
    expect(notes).toMatchObject([{ element_id: "a", reason: "animated" }]);
  });
});

describe("an animation in the drawing", () => {
  const fade = (attributes: string, before = "") =>
    seen(`${before}<text opacity="0">Hello<animate attributeName="opacity" ${attributes}/></text>`);

  it.each([
    ["one that stays where it came to", 'from="0" to="1" dur="1s" fill="freeze"', ["Hello 1"]],
    ["the last of several values", 'values="0;1;0.5" dur="1s" begin="200ms" fill="freeze"', ["Hello 0.5"]],
    ["one that goes back", 'from="0" to="1" dur="1s"', []],
    ["one that waits for a click", 'to="1" dur="1s" fill="freeze" begin="start.click"', []],
    ["one that waits for nobody", 'to="1" dur="1s" fill="freeze" begin="nobody.end"', []],
  ])("shows where it comes to rest: %s", (_, attributes, expected) => {
    expect(fade(attributes)).toEqual(expected);
  });

  it.each([
    ["what fades in and out", 'values="0;0.8;0.8;0" dur="1s"', ["Hello 0.8"]],
    ["what fades in again and again", 'from="0" to="1" dur="1s"', ["Hello 1"]],
    ["but no picture of a flip-book", 'values="0;1;0" dur="1s" calcMode="discrete"', []],
    ["but nothing that waits for a click", 'values="0;1;0" dur="1s" begin="start.click"', []],
    ["and nothing that is never seen", 'values="0;0" dur="1s"', []],
  ])("shows of what never ends %s", (_, attributes, expected) => {
    expect(fade(`${attributes} repeatCount="indefinite"`)).toEqual(expected);
  });

  it("leaves what is seen without end as it is written", () => {
    const blinking = '<animate attributeName="opacity" values="0.4;1" dur="1s" repeatCount="indefinite"/>';
    expect(seen(`<text opacity="0.4">Hello${blinking}</text>`)).toEqual(["Hello 0.4"]);
  });

  it("follows one that begins after another, and one that names what it moves", () => {
    const first = '<rect><animate id="first" attributeName="x" to="1" dur="1s"/></rect>';
    expect(fade('to="1" dur="1s" begin="first.end + 1s" fill="freeze"', first)).toEqual(["Hello 1"]);
    const named = '<text id="t" opacity="0">Hello</text><set href="#t" attributeName="opacity" to="1" begin="2s"/>';
    expect(seen(named)).toEqual(["Hello 1"]);
  });

  it("ends though two wait for each other", () => {
    const waiting = (id: string, other: string) =>
      `<animate id="${id}" attributeName="opacity" to="1" dur="1s" begin="${other}.end" fill="freeze"/>`;
    expect(seen(`<text opacity="0">Hello${waiting("a", "b")}${waiting("b", "a")}</text>`)).toEqual([]);
  });

  it("turns and moves", () => {
    const frozen = (type: string, to: string, more = "") =>
      `<animateTransform attributeName="transform" type="${type}" to="${to}" dur="1s" fill="freeze" ${more}/>`;
    const box = (inner: string) => `<rect width="9" height="9" transform="translate(5 0)">${inner}</rect>`;
    expect(placeOf(box(frozen("translate", "7 8")))).toEqual([1, 0, 0, 1, 7, 8]);
    expect(placeOf(box(frozen("translate", "7 8", 'additive="sum"')))).toEqual([1, 0, 0, 1, 12, 8]);
    expect(placeOf(box(frozen("rotate", "90")))).toEqual([0, 1, -1, 0, 0, 0]);
  });
});
