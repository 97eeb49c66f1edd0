import { Readable } from "node:stream";
import { parseQuery } from "@/app/_http/body";
import { route } from "@/app/_http/route";
import { database } from "@/db/client";
import { batchRow } from "@/lib/batch/view";
import { traceQuerySchema } from "@/lib/contracts/trace";
import { blobs } from "@/lib/files/blobs";
import { traceDocument } from "@/lib/trace/document";
import { inPieces } from "@/lib/trace/pieces";

export const GET = route<{ id: string }>(({ request, params }) => {
  const query = parseQuery(request.url, traceQuerySchema);
  const db = database();
  const text = inPieces(traceDocument({ db, blobs: blobs() }, batchRow(db, params.id), query));
  const body = Readable.toWeb(Readable.from(text, { objectMode: false })) as ReadableStream;
  return new Response(body, { headers: { "content-type": "application/json", "cache-control": "no-store" } });
});
