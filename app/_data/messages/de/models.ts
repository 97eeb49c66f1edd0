import type { Messages } from "../catalogue";
import { count } from "./counting";

export const models: Messages<"models"> = {
  title: "Wer zeichnet",
  local: "Alles bleibt auf diesem Rechner.",
  leaves: (company) =>
    `Bilder und Beschreibungen dieses Stapels verlassen diesen Rechner und gehen an ${company}. Dateinamen und was die Kamera dazuschrieb, bleiben hier.`,
  usesModel: (id) => `Fragt ${id}.`,
  unpriced: "Was es kostet, ist hier nicht bekannt, weil kein Preis eingetragen ist.",
  maxCost: "Höchstens ausgeben (US-Dollar)",
  maxCostNone: "Keine Grenze",
  maxCostInvalid: "Ein Betrag über 0, oder nichts.",
  maxCostLacks: (settings) =>
    `Eine Grenze lässt sich einhalten, sobald ${settings.join(" und ")} gesetzt ${settings.length === 1 ? "ist" : "sind"}.`,
  orLineart: (title) => `Wo ${title} scheitert, zeichnet das eingebaute Modell`,
  more: "Andere Modelle zeichnen lassen",
  moreDetail: "Setzen Sie den Schlüssel in der Umgebung des Servers und starten Sie ihn neu:",
  moreItem: (title, company) => `${title}, von ${company}:`,
  noPreview: (company) => `Keine Vorschau: ${company} wird erst gefragt, wenn der Stapel läuft.`,
  promptsLabel: "Oder Seiten nur aus Worten, eine je Zeile",
  promptsPlaceholder: "ein Drache, der ein Buch liest",
  promptsHint: "Braucht kein Bild.",
  promptsAdd: "Hinzufügen",
  needsPicture: (n) =>
    `${count(n, "Seite hat", "Seiten haben")} kein Bild, und das eingebaute Modell braucht eines. Wählen Sie ein anderes Modell oder entfernen Sie ${n === 1 ? "die Seite" : "diese Seiten"}.`,
};
