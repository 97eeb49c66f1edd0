import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { database } from "@/db/client";
import type { Caller } from "@/lib/access/caller";
import { type Need, requireNeed } from "@/lib/access/needs";
import { requireBatch } from "@/lib/access/ownership";
import { asTracepressError, type TracepressError } from "@/lib/errors";
import { log } from "@/lib/log";
import { callerOf, isOnThisMachine } from "./caller";
import { problemParts } from "./problem";

/** What a route handler gets: the request, its path parameters, who sent it, and the id that its answer carries. */
export interface Call<Params, Who = Caller> {
  request: Request;
  params: Params;
  /** Null where a `public` route is called by someone who is not known. */
  caller: Who;
  requestId: string;
  /** Its lines carry the request's id, and the batch's where the path names one; a route binds what it makes. */
  log: Logger;
}

type Handler<Params, Who> = (call: Call<Params, Who>) => Response | Promise<Response>;
/** Behind `operator` a program on this machine may be nobody in particular. */
type CallerFor<Needed extends Need> = Needed extends "public" | "operator" ? Caller | null : Caller;
type NoParams = Record<never, never>;

/**
 * Wraps a route: gives the request an id, lets in whom the route is for and hides other people's batches, turns thrown
 * errors into problem details, and writes one line about it. A path's parameter `id` is a batch's: it is looked at
 * here, so that no route can forget whose it is.
 * @param needs what the caller must be or may do.
 */
export function route<Params = NoParams, Needed extends Need = Need>(
  needs: Needed,
  handler: Handler<Params, CallerFor<Needed>>,
) {
  const answering = async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const requestId = randomUUID();
    const began = performance.now();
    const params = await context.params;
    const about = { request, params, requestId, log: log().child({ request_id: requestId, ...batchIn(params) }) };
    const { response, error } = await answer(about, async () => {
      const caller = (await admitted(request, needs, batchIn(params).batch_id)) as CallerFor<Needed>;
      return handler({ ...about, caller });
    });
    response.headers.set("x-request-id", requestId);
    tell(about, response.status, performance.now() - began, error);
    return response;
  };
  return Object.assign(answering, { needs });
}

type About = Omit<Call<unknown>, "caller">;

/** @throws TracepressError `unauthenticated`, `forbidden`; `not_found` for a batch that is not theirs. */
async function admitted(request: Request, needs: Need, batchId: string | undefined): Promise<Caller | null> {
  const caller = await callerOf(request.headers);
  requireNeed(needs, caller, isOnThisMachine(request));
  if (batchId !== undefined) requireBatch(database(), batchId, caller);
  return caller;
}

const batchIn = (params: unknown): { batch_id?: string } => {
  const { id } = (params ?? {}) as { id?: unknown };
  return typeof id === "string" ? { batch_id: id } : {};
};

async function answer({ requestId }: About, work: () => Promise<Response>) {
  try {
    return { response: await work(), error: null };
  } catch (thrown) {
    const error = asTracepressError(thrown);
    return { response: problemResponse(error, requestId), error };
  }
}

/** What changes something is worth a line; what only looks is one for debugging; our own fault comes with its cause. */
function tell({ request, log }: About, status: number, ms: number, error: TracepressError | null): void {
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

/** The same answer with cookies set. */
export function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}
