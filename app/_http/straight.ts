import type { IncomingMessage, ServerResponse } from "node:http";
import { GET as status } from "@/app/api/v1/batch/[id]/status/route";
import { GET as list } from "@/app/api/v1/batch/route";

/**
 * What programs ask for again and again while they wait for a batch. The framework takes more than half of the processor
 * time of such an answer: here it goes from its route to the wire in one piece.
 */
const asked: readonly { path: RegExp; answer(request: Request, found: RegExpExecArray): Promise<Response> }[] = [
  { path: /^\/api\/v1\/batch$/, answer: (request) => list(request, { params: Promise.resolve({}) }) },
  {
    path: /^\/api\/v1\/batch\/([\w-]+)\/status$/,
    answer: (request, [, id]) => status(request, { params: Promise.resolve({ id }) }),
  },
];

/**
 * Answers a request whose answer is asked for often, with its own route.
 * @returns false, with nothing done, for every other request.
 */
export async function answerStraight(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
  // In development the framework reloads a route when it changes, which nothing here hears of.
  if (request.method !== "GET" || process.env.NODE_ENV === "development") return false;
  for (const { path, answer } of asked) {
    const found = path.exec(url.pathname);
    if (!found) continue;
    const answered = await answer(new Request(url, { headers: headersOf(request) }), found);
    const body = Buffer.from(await answered.arrayBuffer());
    response.writeHead(answered.status, { ...Object.fromEntries(answered.headers), "content-length": body.length });
    response.end(body);
    return true;
  }
  return false;
}

/** `node:http` has joined what came more than once, but for the one header that no request has. */
const headersOf = ({ headers }: IncomingMessage): [string, string][] =>
  Object.entries(headers).filter((header): header is [string, string] => typeof header[1] === "string");
