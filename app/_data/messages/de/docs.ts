import type { Messages } from "../catalogue";

export const docs: Messages<"docs"> = {
  title: "API",
  link: "API-Beschreibung",
  lead: "Was Sie auf diesen Seiten tun, kann auch ein Programm. Die Zeilen unten passen zu diesem Server, so wie er läuft; Wörter in Großbuchstaben stehen für das, was Sie einsetzen. Die Beschreibung selbst ist englisch.",
  document: "Dasselbe als OpenAPI 3.1 (JSON)",
  contents: "Inhalt",
  schemas: "Schemata",
  parameters: "Parameter",
  places: { path: "im Pfad", query: "in der Abfrage", header: "Kopfzeile" },
  optional: "freiwillig",
  body: "Inhalt",
  bytes: "Die Bytes der Datei.",
  withFiles: "als JSON oder im Feld „request“ eines Multipart-Formulars, neben den Dateien, die es nennt",
  leftOut: "oder nichts",
  answers: "Antworten",
  list: "Liste",
  usually: (value) => `sonst ${value}`,
  between: (least, most) =>
    least === undefined ? `höchstens ${most}` : most === undefined ? `mindestens ${least}` : `${least} bis ${most}`,
};
