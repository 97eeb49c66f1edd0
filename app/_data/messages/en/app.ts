import { number } from "./counting";

/** What any page may say. What only some pages say stands apart, in files of its own, so that the others need not load it. */
export const app = {
  app: {
    name: "Tracepress",
    description:
      "Pictures become print-ready coloring pages and SVGs one native PowerPoint deck, in batches, on your own machine.",
    skip: "Skip to content",
    sections: "Sections",
    batch: "Batch",
    jobs: "Jobs",
    close: "Close",
    singleKeys: "Keys work alone, without Ctrl",
    commands: "What to do",
    theme: "Theme",
    themes: { light: "Light", dark: "Dark", system: "System" },
    language: "Language",
    /** As they are printed on a keyboard, by `KeyboardEvent.key`. */
    keyNames: {
      Control: "Ctrl",
      Shift: "Shift",
      PageDown: "Page ↓",
      PageUp: "Page ↑",
      Home: "Home",
      End: "End",
      Escape: "Esc",
    },
    kinds: { coloring: "Coloring", deck: "Deck" },
    models: { lineart: "Built-in", claude: "Claude", openai: "OpenAI", gemini: "Gemini" },
  },

  /** In a list too long to be looked through. */
  find: {
    label: "Find by name or prompt",
    found: (n: number, total: number) => `${number(n)} of ${number(total)}`,
    none: (sought: string) => `Nothing here has “${sought}” in its name or prompt.`,
  },

  problem: {
    unreachable: "The server cannot be reached. Check that it is running and that you are online.",
    unreadable: (status: number) => `The server gave an answer this page cannot read (${status}).`,
    notSvg: (name: string) => `${name} is not an SVG. Only SVG files become slides.`,
    notSent: (name: string) =>
      `${name} was not wholly sent when this page was loaded again. Choose it once more, alone or along with others.`,
    fileChanged: (name: string) => `${name} was changed, moved or deleted after it was chosen. Choose it once more.`,
    /** Fetches what {@link fromServer} needs. */
    loadFaults: async (): Promise<void> => {},
    /** What the server says of a fault, which it says in English. */
    fromServer: (_code: string | null, message: string) => message,
    forHelpers: "For whoever helps",
    tryAgain: "Try again",
    requestId: (id: string) => `Request ${id}`,
    pageTitle: "This page stopped working",
    pageDetail: "Something in the page itself went wrong. What you submitted is safe on the server.",
    notFoundTitle: "There is nothing here",
    notFoundDetail: "The address does not lead to a page.",
    toBatch: "Start a batch",
  },
};
