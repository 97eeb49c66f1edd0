import { randomUUID } from "node:crypto";
import type { Problem } from "@/lib/contracts/problem";
import { asTracepressError, catalogue, type TracepressError } from "@/lib/errors";
import { log } from "@/lib/log";

/** What a route handler gets: the request, its path parameters, and the id that its answer carries. */
export interface Call<Params> {
  request: Request;
  params: Params;
  requestId: string;
}

type Handler<Params> = (call: Call<Params>) => Response | Promise<Response>;

/** Wraps a route: gives the request an id, turns thrown errors into problem details, and logs what is our own fault. */
export function route<Params = Record<never, never>>(handler: Handler<Params>) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const requestId = randomUUID();
    const response = await answer(handler, { request, params: await context.params, requestId });
    response.headers.set("x-request-id", requestId);
    return response;
  };
}

async function answer<Params>(handler: Handler<Params>, call: Call<Params>): Promise<Response> {
  try {
    return await handler(call);
  } catch (thrown) {
    const error = asTracepressError(thrown);
    const { method, url } = call.request;
    if (error.code === "internal") {
      log().error(
        { requestId: call.requestId, method, path: new URL(url).pathname, err: error.cause },
        "request failed",
      );
    }
    return problemResponse(error, call.requestId);
  }
}

function problemResponse(error: TracepressError, requestId: string): Response {
  const { status, title } = catalogue[error.code];
  const problem: Problem = {
    type: "about:blank",
    title,
    status,
    detail: error.message,
    code: error.code,
    request_id: requestId,
    ...(error.fields && { errors: error.fields }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      // The rest of a body that is not read any more would be taken for the next request.
      ...((error.code === "too_large" || error.code === "storage_full") && { connection: "close" }),
      ...(error.retryAfter !== undefined && { "retry-after": String(error.retryAfter) }),
    },
  });
}

/** An answer in JSON that no cache keeps. */
export const json = (body: unknown, init: { status?: number; headers?: Record<string, string> } = {}): Response =>
  new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...init.headers },
  });
