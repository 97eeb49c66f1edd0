import type { Messages } from "../catalogue";
import { number } from "./counting";

/** Eine Seite genau ansehen. */
export const viewer: Messages<"viewer"> = {
  place: (place, total) => `${number(place)} von ${number(total)}`,
  looks: "Was zu sehen ist",
  modes: {
    coloring: { source: "Bild", both: "Beides", result: "Seite", paper: "Auf Papier" },
    deck: { source: "Vorher", both: "Beides", result: "Folie" },
  },
  sourceAlt: (name) => `${name}, wie abgeschickt`,
  resultAlt: {
    coloring: (name) => `Die Seite von ${name}`,
    deck: (name) => `Die Folie von ${name}`,
  },
  noSource: "Was abgeschickt wurde, lässt sich nicht als Bild zeigen.",
  loading: "Die Seite wird geöffnet…",
  slider: "Wie viel vom Bild zu sehen ist, von links",
  tools: "Genauer ansehen",
  percent: (percent) => `Zoom ${percent} %`,
  paper: (width, height, margin) =>
    `${width} × ${height} mm, ${margin === null ? "ohne Rand" : `mit ${margin} mm Rand`}. 100 % ist auf den meisten Bildschirmen die wahre Größe.`,
  unprinted: "Die Seite konnte nicht geladen werden und wurde deshalb nicht gedruckt. ",
  keysTitle: "Tasten beim Ansehen einer Seite",
  keysPointer: "Mit Maus oder Finger",
  gestures: [
    { keys: ["Mausrad"], label: "Dort vergrößern, wo der Zeiger ist" },
    { keys: ["Ziehen"], label: "Seite verschieben" },
    { keys: ["Doppelklick"], label: "Bis auf die Pixel vergrößern, und zurück" },
    { keys: ["zwei Finger"], label: "Vergrößern und verschieben" },
  ],
  actions: {
    source: "Sehen, was abgeschickt wurde",
    both: "Beides sehen, vom Regler geteilt",
    result: "Sehen, was daraus wurde",
    paper: "Auf Papier sehen, in wahrer Größe",
    zoomIn: "Vergrößern",
    zoomOut: "Verkleinern",
    whole: "Ganze Seite",
    pixels: "Jedes Pixel einzeln",
    left: "Weiter nach links sehen",
    right: "Weiter nach rechts sehen",
    up: "Weiter nach oben sehen",
    down: "Weiter nach unten sehen",
    next: "Nächste Seite",
    previous: "Vorige Seite",
    print: "Diese Seite drucken",
    keys: "Alle Tasten zeigen",
    close: "Schließen",
  },
};
