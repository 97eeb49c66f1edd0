import type { Context } from "../scene/context";
import type { Content } from "./inline";
import { pictureAt } from "./inline-picture";
import { type Laid, type PlacedLine, type PlacedPicture, startOf } from "./laid";

type Alone = Omit<Content & { kind: "picture" }, "kind">;

/** A picture that is no part of a line, at this place. */
export function pictureAlone({ element, picture: { width, height } }: Alone, at: { x: number; y: number }): Laid {
  return { parts: [{ kind: "picture", element, x: at.x, y: at.y, width, height }], height };
}

/** The pictures among the letters of a line. */
export function picturesIn(placed: PlacedLine, ctx: Context): PlacedPicture[] {
  const { characters, advances } = placed.line;
  const pictures: PlacedPicture[] = [];
  let x = startOf(placed);
  characters.forEach((character, index) => {
    const picture = pictureAt(character, ctx);
    if (picture !== null) {
      const { width, height, rise } = picture;
      pictures.push({ kind: "picture", element: character.span, x, y: placed.y - rise - height, width, height });
    }
    x += advances[index];
  });
  return pictures;
}
