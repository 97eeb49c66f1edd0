import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { asTracepressError, type TracepressError } from "@/lib/errors";
import { log } from "@/lib/log";
import { problemParts } from "./problem";

/** What a route handler gets: the request, its path parameters, and the id that its answer carries. */
export interface Call<Params> {
  request: Request;
  params: Params;
  requestId: string;
  /** Its lines carry the request's id, and the batch's where the path names one; a route binds what it makes. */
  log: Logger;
}

type Handler<Params> = (call: Call<Params>) => Response | Promise<Response>;

/** Wraps a route: gives the request an id, turns thrown errors into problem details, and writes one line about it. */
export function route<Params = Record<never, never>>(handler: Handler<Params>) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const requestId = randomUUID();
    const began = performance.now();
    const params = await context.params;
    const call = { request, params, requestId, log: log().child({ request_id: requestId, ...batchIn(params) }) };
    const { response, error } = await answer(handler, call);
    response.headers.set("x-request-id", requestId);
    tell(call, response.status, performance.now() - began, error);
    return response;
  };
}

const batchIn = (params: unknown): { batch_id?: string } => {
  const { id } = (params ?? {}) as { id?: unknown };
  return typeof id === "string" ? { batch_id: id } : {};
};

async function answer<Params>(handler: Handler<Params>, call: Call<Params>) {
  try {
    return { response: await handler(call), error: null };
  } catch (thrown) {
    const error = asTracepressError(thrown);
    return { response: problemResponse(error, call.requestId), error };
  }
}

/** What changes something is worth a line; what only looks is one for debugging; our own fault comes with its cause. */
function tell<Params>({ request, log }: Call<Params>, status: number, ms: number, error: TracepressError | null): void {
  const { method, url } = request;
  const line = { method, path: new URL(url).pathname, status, duration_ms: Math.round(ms), code: error?.code };
  if (error?.code === "internal") log.error({ ...line, err: error.cause }, "request failed");
  else if (method === "GET" || method === "HEAD") log.debug(line, "answered");
  else log.info(line, "answered");
}

function problemResponse(error: TracepressError, requestId: string): Response {
  const { status, headers, body } = problemParts(error, requestId);
  return new Response(body, { status, headers });
}

/** An answer in JSON that no cache keeps. */
export const json = (body: unknown, init: { status?: number; headers?: Record<string, string> } = {}): Response =>
  new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...init.headers },
  });
