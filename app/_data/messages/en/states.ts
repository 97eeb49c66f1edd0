/** How a batch and its items stand, and what is being done to an item. */
export const states = {
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
  /** What stands after the number of those in a state. */
  counted: (status: "completed" | "running" | "pending" | "failed" | "cancelled", _n: number): string =>
    ({ completed: "done", running: "running", pending: "waiting", failed: "failed", cancelled: "cancelled" })[status],

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
    preprocess: "Making it simpler",
    analyze: "Looking at its elements",
    policy: "Deciding what can be native",
    map: "Drawing the shapes",
    embed: "Writing the slide",
    store: "Keeping the slide",
    preview: "Drawing the preview",
    package: "Packing the deck",
  },
};
