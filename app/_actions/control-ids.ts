/** Ids of the controls that keys and the palette press, where a page has them. */
export const controls = {
  chooseFiles: "choose-files",
  chooseFolder: "choose-folder",
  pastePrompts: "paste-prompts",
  find: "find-in-list",
  undo: "undo-removal",
  reverse: "reverse-order",
  clear: "clear-tray",
  start: "start-batch",
  download: "download",
  book: "open-book",
  trace: "see-trace",
  order: "order-pages",
  runAgain: "run-again",
  otherOptions: "other-options",
  cancel: "cancel-batch",
  keep: "keep-batch",
  remove: "remove-batch",
} as const;
export type Control = (typeof controls)[keyof typeof controls];
