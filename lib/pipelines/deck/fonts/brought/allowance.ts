import { FontTooLarge } from "@/lib/fonts/too-large";
import { WorkLimit } from "../../worked-time";

/** Of all fonts of one file, packed and unpacked alike: a whole Chinese font in four weights. */
const mostBytes = 48 * 1024 * 1024;
/** A Chinese family comes in some hundred parts. */
const mostFaces = 512;
/** Numbers that reading tables and outlines may take; a large font takes some hundred thousand. */
const mostReads = 6_000_000;
/** Of work from the first number on. Longer than a file may be read, so that none is drawn by half. */
const mostMilliseconds = 8_000;
/** Steps between two looks at the clock. */
const stepsBetween = 4_096;

/** What the fonts that one file brings along may cost, those of SVGs within it included. */
export class FontAllowance {
  private bytes = mostBytes;
  private faces = mostFaces;
  private reads = mostReads;
  private untilLook = stepsBetween;
  private work: WorkLimit | undefined;
  private pictures: FontAllowance | undefined;

  get bytesLeft(): number {
    return this.bytes;
  }

  /** What making them ready for pictures may cost besides, so that it takes nothing from the letters themselves. */
  get forPictures(): FontAllowance {
    this.pictures ??= new FontAllowance();
    return this.pictures;
  }

  /** Counts a font. @returns false when it is one too many. */
  spendFace(): boolean {
    this.faces -= 1;
    return this.faces >= 0;
  }

  /** Counts what is kept or read of one. @returns false when that is too much. */
  spendBytes(bytes: number): boolean {
    this.bytes = Math.max(0, this.bytes - bytes);
    return this.bytes > 0;
  }

  /** Counts one number read. @throws FontTooLarge when the fonts took all they may. */
  read(): void {
    this.reads -= 1;
    if (this.reads < 0) throw new FontTooLarge();
    this.tick();
  }

  /** Looks at the clock now and then. @throws FontTooLarge when the time is over. */
  tick(): void {
    if (--this.untilLook > 0) return;
    this.untilLook = stepsBetween;
    this.work ??= new WorkLimit(mostMilliseconds);
    if (this.work.isOver) throw new FontTooLarge();
  }
}
