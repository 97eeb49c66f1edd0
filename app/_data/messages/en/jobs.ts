import { number, pictures, svgs } from "./counting";

/** The list of all batches. */
export const jobs = {
  title: "Jobs",
  lead: "Every batch that is still kept, newest first.",
  list: "Batches",
  filter: "Filter by status",
  filterKind: "Filter by kind",
  all: "All",
  allKinds: "Both kinds",
  names: {
    coloring: (n: number) => `Coloring pages, ${pictures(n)}`,
    deck: (n: number) => `Deck, ${svgs(n)}`,
  },
  called: (names: readonly string[], total: number) =>
    total > names.length ? `${names.join(", ")} and ${number(total - names.length)} more` : names.join(" and "),
  done: (n: number, total: number) => `${number(n)} of ${number(total)} done`,
  failed: (n: number) => `${number(n)} failed`,
  cancelled: (n: number) => `${number(n)} cancelled`,
  more: "Load more",
  loadingMore: "Loading…",
  loading: "Loading the batches…",
  nothingYetTitle: "No batches yet",
  nothingYetDetail: "A batch you start appears here and stays until it expires.",
  noMatchTitle: "Nothing matches",
  noMatchDetail: (kind: string | null, status: string | null) => {
    const what = kind === null ? "No batch" : `No batch of the kind “${kind}”`;
    return status === null ? `${what} is kept.` : `${what} has the status “${status}”.`;
  },
  find: "Find by title, file or prompt",
  found: (n: number, more: boolean) => (more ? `${number(n)} and more` : number(n)),
  noneFound: (sought: string) => `No batch has “${sought}” in its title, or in a name or prompt of its items.`,
  showAll: "Show all",
  couldNotLoad: "The list could not be loaded",
  stale: "The list could not be refreshed; this is how it last stood.",
};
