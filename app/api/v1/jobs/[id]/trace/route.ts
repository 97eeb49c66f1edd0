import { Readable } from "node:stream";
import { languageHere } from "@/app/_data/messages/here";
import { parseQuery } from "@/app/_http/body";
import { userFilePolicy } from "@/app/_http/policies";
import { route } from "@/app/_http/route";
import { whileAllowed } from "@/app/_http/while-allowed";
import { reportDocument } from "@/app/_report/report";
import { database } from "@/db/client";
import { stays } from "@/lib/access/stays";
import { batchRow } from "@/lib/batch/view";
import { traceQuerySchema } from "@/lib/contracts/trace";
import { blobs } from "@/lib/files/blobs";
import { traceDocument } from "@/lib/trace/document";
import { inPieces } from "@/lib/trace/pieces";

const json = { "content-type": "application/json", "cache-control": "no-store" };

/** A report shows pictures of a user's files. */
const page = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": userFilePolicy,
};

export const GET = route<{ id: string }, "read">("read", async ({ request, params, caller }) => {
  const { format, ...query } = parseQuery(request.url, traceQuerySchema);
  const rooms = { db: database(), blobs: blobs() };
  const row = batchRow(rooms.db, params.id);
  const response =
    format === "html"
      ? streamed(reportDocument(rooms, row, await languageHere()), page)
      : streamed(traceDocument(rooms, row, { ...query, format }), json);
  return whileAllowed(response, stays().of(caller, params.id));
});

function streamed(text: AsyncGenerator<string>, headers: Record<string, string>): Response {
  return new Response(Readable.toWeb(Readable.from(inPieces(text), { objectMode: false })) as ReadableStream, {
    headers,
  });
}
