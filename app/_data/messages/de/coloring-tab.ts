import type { Messages } from "../catalogue";
import { count, number, pictures } from "./counting";
import { refusal } from "./refusal";

/** Wo manche kein Bild haben, werden die Seiten gezählt, die daraus werden. */
const picturesOrPages = (n: number, prompts: number): string =>
  prompts > 0 ? count(n, "Seite", "Seiten") : pictures(n);

/** Was die Stapelseite von Malvorlagen sagt. */
export const coloringTab: Messages<"coloringTab"> = {
  lead: "Aus jedem Foto und jeder Zeichnung wird eine Seite zum Drucken und Ausmalen.",
  optionsTitle: "Wie die Seiten aussehen sollen",
  preview: {
    title: (name) => `So wird ${name} aussehen`,
    source: "Das Bild",
    result: "Die Seite",
    sourceAlt: (name) => `${name}, wie ausgewählt`,
    resultAlt: (name) => `Malvorlage von ${name} mit diesen Optionen`,
  },
  drop: "Bilder hier ablegen",
  dropOr: "oder aus der Zwischenablage einfügen. JPEG, PNG, WebP, AVIF, GIF, TIFF, HEIC und SVG.",
  pick: "Fotos aussuchen oder neue aufnehmen",
  pickFrom: "Aus Ihren Fotos, Ihren Dateien oder von der Kamera. JPEG, PNG, WebP, AVIF, GIF, TIFF, HEIC und SVG.",
  choose: "Bilder auswählen",
  chooseMore: "Bilder hinzufügen",
  list: "Bilder für diesen Stapel",
  counted: picturesOrPages,
  help: "Wörter wie einfach, detailliert, dick, dünn oder gestrichelt in einer Beschreibung lenken die Zeichnung. Das Buch hat diese Reihenfolge.",
  misplaced: (n) =>
    `${n === 1 ? "Eine Datei hier ist ein SVG" : `${number(n)} Dateien hier sind SVGs`}: Daraus könnten Folien werden.`,
  removed: (n) => `${pictures(n)} entfernt`,
  blockedEmpty: "Fügen Sie zuerst mindestens ein Bild hinzu.",
  blockedRefused: (n, retryable, name) => refusal(n === 1 ? name : pictures(n), n, retryable),
  allReady: (n, prompts) => `${picturesOrPages(n, prompts)} bereit.`,
};
