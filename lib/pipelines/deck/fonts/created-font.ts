import type * as Fontkit from "fontkit";
import { whenAsked } from "../installed";

const fontkit = whenAsked<typeof Fontkit>("fontkit");

/** A font of its bytes, or a collection of fonts. @throws Error of any kind for what is no font. */
export const createdFont = (bytes: Buffer): Fontkit.Font => fontkit().create(bytes);
