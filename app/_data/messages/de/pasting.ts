import type { Messages } from "../catalogue";
import { count } from "./counting";

export const pasting: Messages<"pasting"> = {
  title: "Beschreibungen für viele Bilder",
  detail:
    "Eine Beschreibung je Zeile, in der Reihenfolge der Bilder, oder eine Tabelle (CSV), deren erste Spalte die Bilder nennt.",
  label: "Liste der Beschreibungen",
  placeholder: "katze.jpg, einfach, mit dicken Linien\nhund.jpg, mit vielen Einzelheiten",
  cancel: "Abbrechen",
  done: "Beschreibungen übernehmen",
  laid: ({ set, unknown, over }) =>
    [
      `${count(set, "Beschreibung", "Beschreibungen")} übernommen.`,
      unknown.length > 0 ? `Kein Bild hier heißt ${unknown.join(", ")}.` : "",
      over > 0 ? `${count(over, "Zeile blieb", "Zeilen blieben")} übrig.` : "",
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
};
