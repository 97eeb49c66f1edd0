import type { Messages } from "../catalogue";
import { number } from "./counting";
import { fromServer, loadFaults } from "./faults";

/** Was jede Seite sagen kann. */
export const app: Messages<"app"> = {
  app: {
    name: "Tracepress",
    description:
      "Aus Bildern werden druckfertige Malvorlagen und aus SVGs eine echte PowerPoint-Präsentation, stapelweise, auf Ihrem eigenen Rechner.",
    skip: "Zum Inhalt springen",
    sections: "Bereiche",
    batch: "Stapel",
    jobs: "Verlauf",
    close: "Schließen",
    singleKeys: "Tasten wirken allein, ohne Strg",
    commands: "Was möchten Sie tun?",
    theme: "Farben",
    themes: { light: "Hell", dark: "Dunkel", system: "Wie das Gerät" },
    language: "Sprache",
    keyNames: {
      Control: "Strg",
      Shift: "Umschalt",
      PageDown: "Bild ↓",
      PageUp: "Bild ↑",
      Home: "Pos1",
      End: "Ende",
      Escape: "Esc",
    },
    kinds: { coloring: "Malvorlagen", deck: "Präsentation" },
    models: { lineart: "Eingebaut", claude: "Claude", openai: "OpenAI", gemini: "Gemini" },
  },

  find: {
    label: "Nach Name oder Beschreibung suchen",
    found: (n, total) => `${number(n)} von ${number(total)}`,
    none: (sought) => `Nichts hier hat „${sought}“ im Namen oder in der Beschreibung.`,
  },

  problem: {
    unreachable: "Der Server ist nicht erreichbar. Prüfen Sie, ob er läuft und ob Sie online sind.",
    unreadable: (status) => `Der Server hat etwas geantwortet, das diese Seite nicht lesen kann (${status}).`,
    notSvg: (name) => `${name} ist kein SVG. Nur aus SVG-Dateien werden Folien.`,
    notSent: (name) =>
      `${name} war noch nicht ganz gesendet, als diese Seite neu geladen wurde. Wählen Sie die Datei noch einmal aus, allein oder mit anderen.`,
    fileChanged: (name) =>
      `${name} wurde nach dem Auswählen geändert, verschoben oder gelöscht. Wählen Sie die Datei noch einmal aus.`,
    loadFaults,
    fromServer,
    forHelpers: "Für alle, die helfen",
    tryAgain: "Erneut versuchen",
    requestId: (id) => `Anfrage ${id}`,
    pageTitle: "Diese Seite ist stehen geblieben",
    pageDetail: "In der Seite selbst ging etwas schief. Was Sie abgeschickt haben, liegt sicher auf dem Server.",
    notFoundTitle: "Hier ist nichts",
    notFoundDetail: "Die Adresse führt zu keiner Seite.",
    toBatch: "Einen Stapel beginnen",
  },
};
