import type { Messages } from "../catalogue";

/** Wie es um einen Stapel und seine Teile steht, und was mit einem Teil gerade geschieht. */
export const states: Messages<"states"> = {
  statuses: {
    pending: "Wartet",
    processing: "Läuft",
    uploading: "Wird gesendet",
    completed: "Fertig",
    failed: "Fehlgeschlagen",
    cancelled: "Abgebrochen",
    completed_upload_failed: "Fertig, aber nicht gesendet",
    running: "Läuft",
    retrying: "Neuer Versuch",
  },
  counted: (status, n) =>
    ({
      completed: "fertig",
      running: n === 1 ? "läuft" : "laufen",
      pending: n === 1 ? "wartet" : "warten",
      failed: "fehlgeschlagen",
      cancelled: "abgebrochen",
    })[status],

  stages: {
    decode: "Bild öffnen",
    normalize: "Bild vorbereiten",
    outline: "Linien suchen",
    clean: "Aufräumen",
    vectorize: "Linien glätten",
    inspect: "Seite prüfen",
    page: "Seite gestalten",
    draw: "Modell fragen",
    strokes: "Zeichnung lesen",
    mend: "Linien ausbessern",
    book: "Buch binden",
    fetch: "Datei holen",
    read: "SVG öffnen",
    parse: "SVG lesen",
    preprocess: "SVG vereinfachen",
    analyze: "Elemente ansehen",
    policy: "Entscheiden, was nativ sein kann",
    map: "Formen zeichnen",
    embed: "Folie schreiben",
    store: "Folie sichern",
    preview: "Vorschau zeichnen",
    package: "Präsentation packen",
  },
};
