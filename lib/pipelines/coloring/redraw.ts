import { TracepressError } from "@/lib/errors";

/** How often a page is drawn at most. */
const mostDrawings = 3;

/**
 * Draws a page, each time calmer, until nothing is wrong with it.
 * @param draw draws it after so many drawings that were no good, and says in words what is wrong with it.
 * @throws TracepressError `page_rejected` with what was wrong with the last one.
 */
export async function firstGood<Drawn extends { wrong: string[] }>(
  draw: (redrawn: number) => Promise<Drawn>,
  name: string,
): Promise<Drawn> {
  let wrong: string[] = [];
  for (let redrawn = 0; redrawn < mostDrawings; redrawn++) {
    const drawn = await draw(redrawn);
    if (drawn.wrong.length === 0) return drawn;
    wrong = drawn.wrong;
  }
  throw new TracepressError(
    "page_rejected",
    `No page worth printing came out of ${name}, however it was drawn: ${wrong.join(", ")}. ` +
      "Choose a clearer picture, or crop it to what matters.",
    { stage: "inspect" },
  );
}
