import type { Messages } from "../catalogue";
import { count, number, slides } from "./counting";
import { refusal } from "./refusal";

/** Was die Stapelseite von Präsentationen sagt. */
export const deckTab: Messages<"deckTab"> = {
  lead: "Aus SVGs wird eine PowerPoint-Präsentation aus bearbeitbaren Formen.",
  optionsTitle: "Wie die Präsentation werden soll",
  preview: {
    title: (name) => `So wird ${name} auf der Folie stehen`,
    source: "Das SVG",
    result: "Die Folie",
    sourceAlt: (name) => `${name}, wie ausgewählt`,
    resultAlt: (name) => `Folie von ${name} mit diesen Optionen`,
  },
  drop: "SVG-Dateien hier ablegen",
  dropOr: "oder ganze Ordner, oder Dateien oder ihre Adressen einfügen. Aus jedem SVG wird eine Folie.",
  pick: "SVGs von diesem Gerät",
  pickFrom: "Aus jedem wird eine Folie.",
  choose: "SVG-Dateien auswählen",
  chooseMore: "SVG-Dateien hinzufügen",
  list: "Folien dieser Präsentation",
  counted: slides,
  help: "Die Folien folgen dieser Reihenfolge. Verschieben Sie eine mit ihren Pfeilen oder mit Alt und den Pfeiltasten.",
  misplaced: (n) =>
    `${n === 1 ? "Eine Datei hier ist ein Bild" : `${number(n)} Dateien hier sind Bilder`}: keine Folien, aber gut für Malvorlagen.`,
  removed: (n) => `${slides(n)} entfernt`,
  blockedEmpty: "Fügen Sie zuerst mindestens ein SVG hinzu.",
  blockedRefused: (n, retryable, name) => refusal(n === 1 ? name : count(n, "Datei", "Dateien"), n, retryable),
  allReady: (n) => `${slides(n)} bereit.`,
  addresses: {
    label: "Oder SVGs aus dem Netz, eine Adresse je Zeile",
    placeholder: "https://…/logo.svg",
    hint: "Der Server holt sie, wenn der Stapel läuft.",
    add: "Hinzufügen",
    wrong: (lines) =>
      `${lines.length === 1 ? "Das ist keine Adresse, die" : "Das sind keine Adressen, die"} mit http:// oder https:// ${lines.length === 1 ? "beginnt" : "beginnen"}: ${lines.join(", ")}`,
  },
};
