/** Kommt mit dem, wonach Antworten gelesen werden: Vorher weiß eine Seite von keinem Fehler des Servers. */
let table: typeof import("./fault-table") | null = null;

export const loadFaults = async (): Promise<void> => {
  table ??= await import("./fault-table");
};

/** Ein Fehler des Servers auf Deutsch; in seinen eigenen Worten nur, wo {@link loadFaults} nie aufgerufen wurde. */
export const fromServer = (code: string | null, message: string): string =>
  table ? table.fromServer(code, message) : message;
