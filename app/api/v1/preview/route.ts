import { bodyText, parseJson } from "@/app/_http/body";
import { countAgainst } from "@/app/_http/limit";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { config } from "@/lib/config";
import { previewRequestSchema } from "@/lib/contracts/preview";
import { blobs } from "@/lib/files/blobs";
import { drawPreview } from "@/lib/preview/draw-preview";
import { previews } from "@/lib/preview/previews";

export const POST = route("write", async ({ request, caller }) => {
  await countAgainst("preview", request, caller);
  const { maxBodyBytes, maxFileBytes, maxPixels } = config();
  const body = parseJson(await bodyText(request, maxBodyBytes), previewRequestSchema);
  const rooms = { db: database(), ownerId: caller.id, blobs: blobs(), previews: previews(), maxFileBytes, maxPixels };
  return json(await drawPreview(rooms, body, request.signal));
});
