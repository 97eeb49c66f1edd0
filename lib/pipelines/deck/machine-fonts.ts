import { FontBook } from "./fonts";

/** Read once in a process and kept: the fonts of a machine do not change from slide to slide. */
export const machineFonts = new FontBook();
