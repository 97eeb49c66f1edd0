import { type Formats, formatsIn } from "@/app/_data/formats";
import { type Messages, messagesIn } from "@/app/_data/messages/catalogue";
import { loadFaultWords } from "@/app/_data/messages/fault-words";
import type { Language } from "@/app/_data/messages/languages";

/** In which words, and with which numbers, a report speaks. */
export interface Reader {
  language: Language;
  app: Messages<"app">;
  job: Messages<"job">;
  reasons: Messages<"reasons">;
  states: Messages<"states">;
  trace: Messages<"trace">;
  formats: Formats;
}

export async function readerOf(language: Language): Promise<Reader> {
  const [app, job, reasons, states, trace] = await Promise.all([
    messagesIn(language, "app"),
    messagesIn(language, "job"),
    messagesIn(language, "reasons"),
    messagesIn(language, "states"),
    messagesIn(language, "trace"),
    loadFaultWords(language),
  ]);
  return { language, app, job, reasons, states, trace, formats: formatsIn(language) };
}
