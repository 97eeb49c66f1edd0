import { isLoopback } from "./hosts";

export interface Openness {
  host: string;
  auth: "local" | "accounts";
  /** That people reach the server at; null when none is set. */
  publicUrl: URL | null;
}

/** What is wrong with where the server listens, a line each: without accounts it is for this machine alone. */
export function opennessFaults({ host, auth, publicUrl }: Openness): string[] {
  if (isLoopback(host.toLowerCase().replace(/^\[|\]$/g, ""))) return [];
  const faults = [];
  if (auth === "local") {
    faults.push(
      `TRACEPRESS_HOST: ${host} can be reached from other machines, and nobody would be asked who they are. ` +
        "Set TRACEPRESS_AUTH=accounts, or listen on 127.0.0.1",
    );
  }
  if (publicUrl === null) {
    faults.push(
      "TRACEPRESS_URL: name the address that people reach this server at, such as https://studio.example.org",
    );
  }
  return faults;
}
