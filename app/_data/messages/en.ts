/** What any page may say. What only some pages say stands apart, in files of its own, so that the others need not load it. */
export const en = {
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
    kinds: { coloring: "Coloring", deck: "Deck" },
  },

  problem: {
    unreachable: "The server cannot be reached. Check that it is running and that you are online.",
    unreadable: (status: number) => `The server gave an answer this page cannot read (${status}).`,
    tryAgain: "Try again",
    requestId: (id: string) => `Request ${id}`,
    pageTitle: "This page stopped working",
    pageDetail: "Something in the page itself went wrong. What you submitted is safe on the server.",
    notFoundTitle: "There is nothing here",
    notFoundDetail: "The address does not lead to a page.",
    toBatch: "Start a batch",
  },

  statuses: {
    pending: "Waiting",
    processing: "Running",
    uploading: "Uploading",
    completed: "Done",
    failed: "Failed",
    cancelled: "Cancelled",
    completed_upload_failed: "Done, upload failed",
    running: "Running",
    retrying: "Trying again",
  },

  stages: {
    decode: "Opening the picture",
    normalize: "Preparing it",
    outline: "Finding the lines",
    clean: "Cleaning up",
    vectorize: "Smoothing the lines",
    inspect: "Checking the page",
    page: "Laying out the page",
    draw: "Asking the model",
    strokes: "Reading the drawing",
    mend: "Mending the lines",
    book: "Binding the book",
    fetch: "Fetching the file",
    read: "Opening the SVG",
    parse: "Reading the SVG",
    analyze: "Looking at its elements",
    policy: "Deciding what can be native",
    map: "Drawing the shapes",
    embed: "Writing the slide",
    store: "Keeping the slide",
    preview: "Drawing the preview",
    package: "Packing the deck",
  } as Record<string, string>,
};

export type Messages = typeof en;
