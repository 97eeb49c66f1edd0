/** A piece is worth sending from this many characters on: each costs a turn of the event loop. */
const characters = 65_536;

/** The same text in larger pieces. */
export async function* inPieces(text: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting: string[] = [];
  let length = 0;
  for await (const piece of text) {
    waiting.push(piece);
    length += piece.length;
    if (length < characters) continue;
    yield waiting.join("");
    waiting = [];
    length = 0;
  }
  if (length > 0) yield waiting.join("");
}
