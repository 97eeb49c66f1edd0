import type { Messages } from "../catalogue";
import { number, pictures, svgs } from "./counting";

/** Die Liste aller Stapel. */
export const jobs: Messages<"jobs"> = {
  title: "Verlauf",
  lead: "Alle Stapel, die es noch gibt, die neuesten zuerst.",
  list: "Stapel",
  filter: "Nach Zustand filtern",
  filterKind: "Nach Art filtern",
  all: "Alle",
  allKinds: "Beide Arten",
  names: {
    coloring: (n) => `Malvorlagen, ${pictures(n)}`,
    deck: (n) => `Präsentation, ${svgs(n)}`,
  },
  called: (names, total) =>
    total > names.length
      ? `${names.join(", ")} und ${total - names.length === 1 ? "ein weiteres" : `${number(total - names.length)} weitere`}`
      : names.join(" und "),
  done: (n, total) => `${number(n)} von ${number(total)} fertig`,
  failed: (n) => `${number(n)} fehlgeschlagen`,
  cancelled: (n) => `${number(n)} abgebrochen`,
  more: "Weitere laden",
  loadingMore: "Wird geladen…",
  loading: "Die Stapel werden geladen…",
  nothingYetTitle: "Noch keine Stapel",
  nothingYetDetail: "Ein Stapel, den Sie starten, erscheint hier und bleibt, bis er abläuft.",
  noMatchTitle: "Nichts passt",
  noMatchDetail: (kind, status) => {
    const what = kind === null ? "Kein Stapel" : `Kein Stapel der Art „${kind}“`;
    return status === null ? `${what} ist noch da.` : `${what} hat den Zustand „${status}“.`;
  },
  find: "Nach Titel, Datei oder Beschreibung suchen",
  found: (n, more) => (more ? `${number(n)} und mehr` : number(n)),
  noneFound: (sought) => `Kein Stapel hat „${sought}“ im Titel oder in Name oder Beschreibung seiner Teile.`,
  showAll: "Alle zeigen",
  couldNotLoad: "Die Liste konnte nicht geladen werden",
  stale: "Die Liste konnte nicht erneuert werden; so stand sie zuletzt.",
};
