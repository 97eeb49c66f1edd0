import { join } from "node:path";
import { parseQuery } from "@/app/_http/body";
import { fileResponse } from "@/app/_http/file-response";
import { route } from "@/app/_http/route";
import { whileAllowed } from "@/app/_http/while-allowed";
import { database } from "@/db/client";
import { stays } from "@/lib/access/stays";
import { batchZip } from "@/lib/batch/download";
import { config } from "@/lib/config";
import { downloadQuerySchema } from "@/lib/contracts/status";
import { blobs } from "@/lib/files/blobs";
import { disposition } from "@/lib/files/names";

export const GET = route<{ id: string }, "read">("read", async ({ request, params, caller }) => {
  const { partial } = parseQuery(request.url, downloadQuerySchema);
  const rooms = { db: database(), blobs: blobs(), folder: join(config().data, "zips") };
  const zip = await batchZip(rooms, params.id, partial === "1", request.signal);
  const response = fileResponse(request, {
    ...zip,
    headers: {
      "content-type": "application/zip",
      "content-disposition": disposition("attachment", zip.name),
      "cache-control": "private, no-cache",
    },
  });
  return whileAllowed(response, stays().of(caller, params.id));
});
