// Serves Tracepress in this process, so that its signals and its exit code are the server's own: the production build,
// or with --dev the sources as they change.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import next from "next";

const root = fileURLToPath(new URL("../..", import.meta.url));
process.chdir(root);
const dev = process.argv.includes("--dev");
process.env.NODE_ENV = dev ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
const hostname = process.env.TRACEPRESS_HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);

// Read by lib/shutdown.ts and app/_http/live-answer.ts, which are bundled apart: globalThis is all that they share with
// this file (see lib/singleton.ts).
const openAnswers = new Set();
const liveAnswers = new Map();
globalThis.__tracepress ??= new Map();
globalThis.__tracepress.set("open-answers", openAnswers);
globalThis.__tracepress.set("live-answers", liveAnswers);

const app = next({ dev, dir: root, hostname, port });
const handle = app.getRequestHandler();
// Next begins instrumentation.ts while it prepares and does not wait for it; nothing is answered before it is done.
const gate = new Promise((resolve) => globalThis.__tracepress.set("gate", resolve));
await app.prepare();
const { admit, listening } = await gate;

const server = createServer(listening, async (request, response) => {
  openAnswers.add(response);
  response.once("close", () => openAnswers.delete(response));
  heedNotes(response);
  if (await admit(request, response)) handle(request, response);
});
server.on("error", (error) => {
  const busy = error.code === "EADDRINUSE";
  process.stderr.write(busy ? `Port ${port} is in use. Set PORT to a free one.\n` : `${error.message}\n`);
  process.exit(1);
});
const shown = hostname.includes(":") ? `[${hostname}]` : hostname;
server.listen(port, hostname, () => process.stdout.write(`Tracepress is at http://${shown}:${port}\n`));
// On SIGTERM and SIGINT lib/shutdown.ts ends the process. Until then it listens: a probe hears 503 rather than nothing.

/** Routes leave notes for this server among an answer's headers; they go no further. */
function heedNotes(response) {
  const writeHead = response.writeHead;
  response.writeHead = function (...parts) {
    tellLength(this, note(this, "x-file-length"));
    const name = note(this, "x-live-answer");
    const head = writeHead.apply(this, parts);
    if (name !== undefined) handOver(this, name);
    return head;
  };
}

/** Takes a note out of the headers. @returns undefined for none. */
function note(response, name) {
  const value = response.getHeader(name);
  response.removeHeader(name);
  return value?.toString(); // Next sets it as a list of one
}

/**
 * Next drops `Content-Length` from what a route answers, so a download would have no size to show and to resume by.
 * Routes say it in a note; here it becomes the header, unless the body has been compressed on its way.
 */
function tellLength(response, length) {
  if (length !== undefined && !response.hasHeader("content-encoding")) response.setHeader("content-length", length);
}

/** Gives the answer itself to the route that asked for it. */
function handOver(response, name) {
  liveAnswers.get(name)?.(response);
  liveAnswers.delete(name);
}
