import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress } from "@/lib/access/address";
import { refusal } from "@/lib/access/border";
import { isPrivatePage } from "@/lib/access/pages";
import { type Config, config } from "@/lib/config";
import { asTracepressError, TracepressError } from "@/lib/errors";
import { log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import { addressHeader, pageCallerOf } from "./caller";
import { otherMethod } from "./methods";
import { problemParts } from "./problem";
import { protect } from "./protect";
import { giveId } from "./request-id";
import { answerStraight } from "./straight";

/** How the server listens: `node:http`'s own names. */
const listening = ({ maxHeaderBytes, headersMs, requestMs }: Config) => ({
  maxHeaderSize: maxHeaderBytes,
  headersTimeout: Math.min(headersMs, requestMs),
  requestTimeout: requestMs,
  connectionsCheckingInterval: 1000,
});

interface GateOfServer {
  admit: typeof admit;
  listening: ReturnType<typeof listening>;
}

/** Hands both to app/_http/serve.mjs, which is not bundled and waits for them (see lib/singleton.ts). */
export function openGate(): void {
  const open = singleton(
    "gate",
    () =>
      (_gate: GateOfServer): void =>
        undefined,
  );
  open({ admit, listening: listening(config()) });
}

/**
 * What every request passes before anything else, pages, files and streams alike: lets it in, or answers it.
 * @returns whether it may go on.
 */
async function admit(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  try {
    return await lookedAt(request, response);
  } catch (thrown) {
    return refuse(request, response, asTracepressError(thrown));
  }
}

async function lookedAt(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const url = request.url ?? "";
  giveId(response);
  protect(request, response);
  const error = damaged(url) ?? refusal(arrivalOf(request), config().publicUrl);
  if (error !== null) return refuse(request, response, error);
  request.headers[addressHeader] = addressOf(request);
  // With dots resolved, as the framework will read it.
  const resolved = new URL(url, gateUrl);
  const misused = otherMethod(request.method ?? "GET", resolved.pathname);
  if (misused !== null) return refuse(request, response, misused);
  if (await answerStraight(request, response, resolved)) return false;
  if (config().auth === "local" || !isPrivatePage(resolved.pathname) || (await isSignedIn(request))) return true;
  return toSignIn(response, url);
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

async function isSignedIn({ headers }: IncomingMessage): Promise<boolean> {
  return (await pageCallerOf(headers.cookie)) !== null;
}

/** What a request's path is resolved against; no host of anyone's. */
const gateUrl = "http://gate";

/** Next answers a path whose percent encoding is damaged with 500; it is only a path that names nothing. */
function damaged(url: string): TracepressError | null {
  try {
    const path = decodeURIComponent(url.split("?")[0]);
    if (path.startsWith("/") && URL.canParse(url, gateUrl)) return null;
  } catch {
    // Told below, as what it is.
  }
  return new TracepressError("not_found", "The address of this request is damaged and names nothing.");
}

function refuse(request: IncomingMessage, response: ServerResponse, error: TracepressError): false {
  const requestId = randomUUID();
  const { status, headers, body } = problemParts(error, requestId);
  const line = { request_id: requestId, method: request.method, status, code: error.code };
  if (error.code === "internal") log().error({ ...line, err: error.cause }, "request failed");
  else log().info(line, "refused");
  response.writeHead(status, headers);
  response.end(request.method === "HEAD" ? undefined : body);
  return false;
}

function toSignIn(response: ServerResponse, url: string): false {
  response.writeHead(303, { location: `/sign-in?next=${encodeURIComponent(url)}`, "cache-control": "no-store" });
  response.end();
  return false;
}
