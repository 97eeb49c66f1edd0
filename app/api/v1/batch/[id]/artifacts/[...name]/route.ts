import { parseQuery } from "@/app/_http/body";
import { fileResponse } from "@/app/_http/file-response";
import { userFilePolicy } from "@/app/_http/policies";
import { route } from "@/app/_http/route";
import { whileAllowed } from "@/app/_http/while-allowed";
import { database } from "@/db/client";
import { stays } from "@/lib/access/stays";
import { artifactRow, hasPixels, isPagePicture, pagePicture, smallCopy } from "@/lib/batch/artifact";
import { savedName } from "@/lib/batch/title";
import { batchRow } from "@/lib/batch/view";
import { pictureQuerySchema } from "@/lib/contracts/small-copy";
import { blobs } from "@/lib/files/blobs";
import { decoded, disposition } from "@/lib/files/names";

/** What an item's artifact is never changes; what a whole batch's is does when items are run again. */
const cacheControl = (itemId: string | null) =>
  itemId === null ? "private, no-cache" : "private, max-age=31536000, immutable";

const headers = { "content-security-policy": userFilePolicy };

export const GET = route<{ id: string; name: string[] }, "read">("read", async ({ request, params, caller }) => {
  const { width } = parseQuery(request.url, pictureQuerySchema);
  // Path segments arrive as they stood in the URL.
  const name = params.name.map(decoded).join("/");
  const artifact = isPagePicture(name)
    ? { ...(await pagePicture(database(), blobs(), params.id, name)), itemId: null }
    : artifactRow(database(), params.id, name);
  const kept = { "cache-control": cacheControl(artifact.itemId), ...headers };
  if (width !== undefined && hasPixels(artifact.mediaType)) {
    const { bytes, mediaType } = await smallCopy(blobs(), artifact, width);
    return new Response(new Uint8Array(bytes), { headers: { "content-type": mediaType, ...kept } });
  }
  const isOfBatch = artifact.itemId === null && !isPagePicture(name);
  const whole = { path: blobs().path(artifact.blob), start: 0, length: artifact.size };
  const response = fileResponse(request, {
    parts: [whole],
    size: artifact.size,
    etag: `"${artifact.blob}"`,
    headers: { "content-type": artifact.mediaType, ...kept, ...(isOfBatch && savedAs(params.id, name)) },
  });
  return whileAllowed(response, stays().of(caller, params.id));
});

/** A book and a deck are saved under their title. */
const savedAs = (batchId: string, name: string) => ({
  "content-disposition": disposition("inline", savedName(batchRow(database(), batchId), name)),
});
