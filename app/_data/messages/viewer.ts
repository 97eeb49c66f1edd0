import { viewer } from "./en-viewer";

/** The viewer's sentences in the language in use. Apart from the others, since it is loaded when a page is opened. */
export const viewerMessages = viewer;
