import { bodyStream } from "@/app/_http/body";
import { countAgainst } from "@/app/_http/limit";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { config } from "@/lib/config";
import { blobs } from "@/lib/files/blobs";
import { receiveUpload } from "@/lib/files/uploads";
import { readSvgSize } from "@/lib/pipelines/deck/parse/svg-size";

export const POST = route("write", async ({ request, caller }) => {
  await countAgainst("upload", request, caller);
  const name = new URL(request.url).searchParams.get("name") ?? "";
  const rooms = { db: database(), ownerId: caller.id, blobs: blobs(), config: config(), readSvg: readSvgSize };
  const upload = await receiveUpload(rooms, bodyStream(request), name, request.signal);
  return json(upload, { status: 201 });
});
