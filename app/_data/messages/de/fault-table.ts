import type { ErrorCode } from "@/lib/errors";
import { exactFaults } from "./fault-facts";

/** Was der Server an Fehlern kennt, in einem Satz. */
const faults: Record<ErrorCode, string> = {
  invalid_request: "Die Anfrage ist so nicht gültig.",
  invalid_filter: "Der Filter ist nicht gültig.",
  foreign_host: "Unter diesem Namen antwortet der Server nicht.",
  foreign_origin: "Die Anfrage kommt nicht von einer Seite dieses Servers.",
  unauthenticated: "Sie sind nicht angemeldet.",
  forbidden: "Das dürfen Sie hier nicht.",
  not_found: "Das gibt es hier nicht.",
  method_not_allowed: "Das geht unter dieser Adresse nicht.",
  not_ready: "Es gibt noch nichts zum Herunterladen.",
  conflict: "Das geht in diesem Zustand nicht.",
  idempotency_mismatch: "Dieselbe Anfrage wurde schon mit anderem Inhalt gestellt.",
  upload_offset: "Das Hochladen steht bei einem anderen Byte.",
  upload_taken_over: "Eine andere Anfrage setzt dieses Hochladen fort.",
  upload_protocol: "So wird hier nicht hochgeladen.",
  range_unsatisfiable: "So weit reicht die Datei nicht.",
  too_large: "Das ist zu groß.",
  unsupported_media: "Diese Datei lässt sich nicht lesen.",
  invalid_svg: "Dieses SVG lässt sich nicht lesen.",
  queue_full: "Die Warteschlange ist voll. Versuchen Sie es später noch einmal.",
  storage_full: "Der Speicher des Servers ist voll.",
  rate_limited: "Das waren zu viele Anfragen. Warten Sie einen Moment.",
  remote_refused: "Von dieser Adresse kann nichts geholt werden.",
  remote_unavailable: "Unter dieser Adresse war die Datei nicht zu bekommen.",
  model_unavailable: "Das Modell ist nicht eingerichtet.",
  model_auth: "Das Modell hat den Schlüssel nicht angenommen.",
  model_quota: "Das Guthaben für das Modell ist aufgebraucht.",
  model_busy: "Das Modell ist gerade ausgelastet.",
  model_failed: "Das Modell war nicht zu erreichen oder hat versagt.",
  model_refused: "Das Modell will dies nicht zeichnen.",
  model_request: "Das Modell hat die Anfrage nicht angenommen.",
  model_answer: "Was das Modell geschickt hat, ist keine Seite.",
  cost_limit: "Mehr darf der Stapel nicht kosten.",
  drive_unavailable: "Google Drive ist nicht eingerichtet.",
  drive_auth: "Google Drive hat die Anmeldung nicht angenommen.",
  drive_quota: "In Google Drive ist kein Platz mehr.",
  upload_failed: "Das Senden an Google Drive ist fehlgeschlagen.",
  upload_refused: "Google Drive hat die Datei nicht angenommen.",
  page_rejected: "Daraus wurde keine Seite, die sich zu drucken lohnt.",
  worker_lost: "Die Arbeit daran wurde unterbrochen.",
  timeout: "Ein Schritt hat zu lange gedauert.",
  aborted: "Es wurde angehalten.",
  internal: "Auf dem Server ging etwas schief.",
};

const isKnown = (code: string): code is ErrorCode => Object.hasOwn(faults, code);

/** Ein Fehler des Servers auf Deutsch: so genau, wie er es sagt, wo es dafür Worte gibt, sonst allgemein. */
export function fromServer(code: string | null, message: string): string {
  if (code === null || !isKnown(code)) return message;
  for (const [said, words] of exactFaults[code] ?? []) {
    const facts = said.exec(message);
    if (facts) return words(...facts.slice(1));
  }
  return faults[code];
}
