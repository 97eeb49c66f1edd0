import type { Messages } from "../catalogue";

export const deckOptions: Messages<"deckOptions"> = {
  presets: {
    usual: "Üblich",
    exact: "In jedem Programm genau gleich",
    light: "Klein und schnell",
    own: "In der Form der Zeichnung",
  },
  slides: "Folien",
  conversion: "Umwandlung",
  deckTitle: { label: "Titel der Präsentation", none: "Keiner" },
  slide_size: {
    label: "Foliengröße",
    "16:9": "Breitbild (16:9)",
    "4:3": "Klassisch (4:3)",
    a4: "DIN A4",
    letter: "US Letter",
    first: "Wie das erste SVG",
  },
  firstHint: "Alle Folien bekommen die Form der ersten.",
  background: "Hintergrund",
  policy: {
    label: "Vorziehen",
    speed: "Tempo",
    balanced: "Mittelweg",
    quality: "Qualität",
    compatibility: "Verträglichkeit",
    hint: {
      speed: "Sehr verwickelte Zeichnungen werden eher zu Bildern.",
      balanced: "Echte Formen für alles außer den verwickeltsten Zeichnungen.",
      quality: "Echte Formen auch für sehr verwickelte Zeichnungen; größere Dateien.",
      compatibility: "Nur einfache Formen bleiben echt, für Programme, die wenig können.",
    },
  },
  text: {
    label: "Schrift",
    editable: "Bearbeitbar",
    outline: "Umrisse",
    hint: {
      editable: "Lässt sich überschreiben; sieht richtig aus, wo die Schriftart installiert ist.",
      outline: "Buchstaben werden zu Formen, die überall gleich aussehen.",
    },
  },
  preset: {
    label: "Vorher aufräumen",
    minimal: "Nicht",
    default: "Üblich",
    aggressive: "Kräftig",
    hint: {
      minimal: "Die Zeichnung bleibt, wie sie ist.",
      default: "Was nie zu sehen ist, fällt weg.",
      aggressive: "Fasst auch zusammen und vereinfacht, auf ein halbes Pixel genau.",
    },
  },
  previews: "Ein Vorschaubild jeder Folie",
  delivery: "Versand",
  drive: {
    send: "An Google Drive senden, wenn fertig",
    folders: "Ordner in Drive",
    foldersHint: "{date}, {job_id} und {title} werden eingesetzt; fehlende Ordner werden angelegt.",
    notSetUp:
      "Präsentationen können an Google Drive gehen, sobald dieser Server die Zugangsdaten hat: Setzen Sie TRACEPRESS_DRIVE_CREDENTIALS und TRACEPRESS_DRIVE_ROOT und starten Sie ihn neu.",
  },
};
