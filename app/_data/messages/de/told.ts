import type { BatchStatus, ItemStatus } from "@/lib/contracts/status";
import type { Told } from "../told";
import { fromServer } from "./faults";

const ofItem: Record<ItemStatus, string> = {
  pending: "wartet",
  running: "begonnen",
  retrying: "wird noch einmal versucht",
  completed: "fertig",
  failed: "fehlgeschlagen",
  cancelled: "abgebrochen",
};

const ofBatch: Record<BatchStatus, string> = {
  pending: "Der Stapel wartet.",
  processing: "Der Stapel läuft.",
  uploading: "Der Stapel wird gesendet.",
  completed: "Der Stapel ist fertig.",
  failed: "Der Stapel ist fehlgeschlagen.",
  cancelled: "Der Stapel wurde abgebrochen.",
  completed_upload_failed: "Der Stapel ist fertig, konnte aber nicht gesendet werden.",
};

/** Was der Server zwischendurch in festen Sätzen meldet. */
const between: Record<string, string> = {
  "All items are done; putting them together": "Alle Teile sind fertig und werden zusammengesetzt.",
  "Putting the items together will begin again": "Das Zusammensetzen beginnt noch einmal.",
  "Waiting to be sent to Google Drive": "Wartet darauf, an Google Drive gesendet zu werden.",
  "The delivery will begin again": "Der Versand beginnt noch einmal.",
};

/** Was von einem Stapel oder einem seiner Teile zu melden ist. */
export function told({ message, status, item_name, item_status, error }: Told): string {
  if (item_name === undefined || item_status === undefined) return between[message] ?? ofBatch[status];
  const news = `${item_name}: ${ofItem[item_status]}`;
  return error ? `${news}. ${fromServer(error.code, error.message)}` : news;
}
