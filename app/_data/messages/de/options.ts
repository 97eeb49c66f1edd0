import type { Messages } from "../catalogue";

export const options: Messages<"options"> = {
  presets: {
    usual: "Üblich",
    small: "Für kleine Hände",
    patient: "Für Geduldige",
    tracing: "Blatt zum Nachspuren",
    book: "Ein Buch zum Drucken",
  },
  drawing: "Zeichnung",
  paper: "Papier",
  files: "Dateien",
  style: {
    label: "Linien",
    outline: "Zum Ausmalen",
    dashed: "Zum Nachspuren",
  },
  detail: {
    label: "Einzelheiten",
    hint: {
      simple: "Wenige große Flächen, für kleine Hände.",
      standard: "Ein guter Mittelweg für die meisten Bilder.",
      detailed: "Viele kleine Flächen, für Geduldige.",
    },
    simple: "Wenige",
    standard: "Mittel",
    detailed: "Viele",
  },
  line_weight: { label: "Dicke der Linien", thin: "Dünn", medium: "Mittel", bold: "Dick" },
  page_size: {
    label: "Papiergröße",
    letter: "US Letter (216 × 279 mm)",
    a4: "DIN A4 (210 × 297 mm)",
    square: "Quadrat",
    original: "Wie das Bild",
  },
  orientation: {
    label: "Ausrichtung",
    auto: "Passend zum Bild",
    portrait: "Hochformat",
    landscape: "Querformat",
  },
  margin_mm: { label: "Rand (mm)", invalid: "Zwischen 0 und 50 mm." },
  originalHint: "Die Seite hat die Form des Bildes und keinen Rand.",
  squareHint: "Ein Quadrat hat keine Ausrichtung.",
  caption: { label: "Text unter der Zeichnung", none: "Keiner", prompt: "Die Beschreibung", name: "Der Dateiname" },
  quality: {
    label: "Qualität",
    hint: {
      draft: "Am schnellsten, um die Bilder zu prüfen.",
      standard: "Scharf im Druck.",
      high: "Feinste Linien; dauert länger.",
    },
    draft: "Entwurf",
    standard: "Normal",
    high: "Hoch",
  },
  formats: {
    label: "Jede Seite als",
    png: "PNG, zum Drucken",
    svg: "SVG, zum Bearbeiten oder Vergrößern",
    one: "Mindestens eines von beiden muss sein.",
  },
  book: {
    include: "Ein PDF-Buch aus allen Seiten",
    title: "Titel auf der ersten Seite",
    untitled: "Mein Malbuch",
    numbers: "Seitenzahlen",
  },
};
