import { parseQuery } from "@/app/_http/body";
import { fileResponse } from "@/app/_http/file-response";
import { userFilePolicy } from "@/app/_http/policies";
import { route } from "@/app/_http/route";
import { database } from "@/db/client";
import { hasPixels, smallCopy } from "@/lib/batch/artifact";
import { pictureQuerySchema } from "@/lib/contracts/small-copy";
import { blobs } from "@/lib/files/blobs";
import { uploadOf } from "@/lib/files/uploads";

/** What an upload is never changes. */
const headers = {
  "cache-control": "private, max-age=31536000, immutable",
  "content-security-policy": userFilePolicy,
};

export const GET = route<{ file: string }, "read">("read", async ({ request, params, caller }) => {
  const { width } = parseQuery(request.url, pictureQuerySchema);
  const upload = uploadOf(database(), caller.id, params.file);
  if (width !== undefined && hasPixels(upload.mediaType)) {
    const { bytes, mediaType } = await smallCopy(blobs(), upload, width);
    return new Response(new Uint8Array(bytes), { headers: { "content-type": mediaType, ...headers } });
  }
  return fileResponse(request, {
    parts: [{ path: blobs().path(upload.blob), start: 0, length: upload.size }],
    size: upload.size,
    etag: `"${upload.blob}"`,
    headers: { "content-type": upload.mediaType, ...headers },
  });
});
