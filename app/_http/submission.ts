import type { Caller } from "@/lib/access/caller";
import { config } from "@/lib/config";
import { blobs } from "@/lib/files/blobs";
import { type MultipartBody, readMultipart } from "@/lib/files/multipart";
import { refuseWhenDiskLow } from "@/lib/files/space";
import { bodyStream, bodyText } from "./body";

/** The JSON of a batch and the files that came with it: a JSON body, or a multipart one with the JSON in `request`. */
export async function submissionOf(request: Request): Promise<MultipartBody> {
  const { maxBodyBytes, maxFileBytes, maxItems } = config();
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith("multipart/form-data")) {
    return { request: await bodyText(request, maxBodyBytes), files: new Map() };
  }
  await refuseWhenDiskLow(config(), bodyStream(request));
  const limits = { files: maxItems, fileBytes: maxFileBytes, fieldBytes: maxBodyBytes };
  return readMultipart(bodyStream(request), type, blobs(), limits);
}

/** What goes with a submission besides its body. */
export function submitContext(
  { request, caller }: { request: Request; caller: Caller },
  parts: MultipartBody["files"],
) {
  return {
    ownerId: caller.id,
    parts,
    signal: request.signal,
    idempotencyKey: request.headers.get("idempotency-key"),
    traceparent: request.headers.get("traceparent"),
  };
}
