import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress } from "@/lib/access/address";
import { refusal } from "@/lib/access/border";
import { config } from "@/lib/config";
import { TracepressError } from "@/lib/errors";
import { log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import { addressHeader } from "./caller";
import { problemParts } from "./problem";

/** Hands {@link admit} to app/_http/serve.mjs, which is not bundled and waits for it (see lib/singleton.ts). */
export const openGate = (): void => singleton("gate", () => (_admit: typeof admit) => undefined)(admit);

/**
 * What every request passes before anything else, pages, files and streams alike: lets it in, or answers it.
 * @returns whether it may go on.
 */
function admit(request: IncomingMessage, response: ServerResponse): boolean {
  const error = damaged(request.url ?? "") ?? refusal(arrivalOf(request), config().publicUrl);
  if (error === null) {
    request.headers[addressHeader] = addressOf(request);
    return true;
  }
  refuse(request, response, error);
  return false;
}

const arrivalOf = ({ method = "GET", headers }: IncomingMessage) => ({
  method,
  host: headers.host,
  origin: headers.origin,
  fetchSite: headers["sec-fetch-site"] as string | undefined,
});

const addressOf = ({ socket, headers }: IncomingMessage): string =>
  clientAddress(
    {
      peer: socket.remoteAddress ?? "",
      host: headers.host ?? "",
      forwardedFor: headers["x-forwarded-for"] as string | undefined,
    },
    config().proxies,
  );

/** Next answers a path whose percent encoding is damaged with 500; it is only a path that names nothing. */
function damaged(url: string): TracepressError | null {
  try {
    if (url.startsWith("/") && decodeURIComponent(url.split("?")[0])) return null;
  } catch {
    // Told below, as what it is.
  }
  return new TracepressError("not_found", "The address of this request is damaged and names nothing.");
}

function refuse(request: IncomingMessage, response: ServerResponse, error: TracepressError): void {
  const requestId = randomUUID();
  const { status, headers, body } = problemParts(error, requestId);
  log().info({ request_id: requestId, method: request.method, status, code: error.code }, "refused");
  response.writeHead(status, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}
