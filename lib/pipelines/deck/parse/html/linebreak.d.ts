/** What laying out HTML needs of linebreak (UAX 14); the package brings no types. */
declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may or must end, in UTF-16 units; null after the last. */
    nextBreak(): { position: number; required: boolean } | null;
  }
}
