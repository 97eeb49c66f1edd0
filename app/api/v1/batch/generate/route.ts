import { bodyStream, bodyText, parseJson } from "@/app/_http/body";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { submitColoring } from "@/lib/batch/submit";
import { config } from "@/lib/config";
import { generateRequestSchema } from "@/lib/contracts/coloring";
import { bell } from "@/lib/events/bell";
import { blobs } from "@/lib/files/blobs";
import { type MultipartBody, readMultipart } from "@/lib/files/multipart";

export const POST = route(async ({ request }) => {
  const settings = config();
  const { request: text, files } = await submission(request);
  const body = parseJson(text, generateRequestSchema(settings.maxItems));
  const rooms = { db: database(), blobs: blobs(), bell: bell(), config: settings };
  const submitted = await submitColoring(rooms, body, {
    parts: files,
    idempotencyKey: request.headers.get("idempotency-key"),
    traceparent: request.headers.get("traceparent"),
  });
  return json(submitted, { status: 201, headers: { location: submitted.links.status } });
});

async function submission(request: Request): Promise<MultipartBody> {
  const { maxBodyBytes, maxFileBytes, maxItems } = config();
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith("multipart/form-data")) {
    return { request: await bodyText(request, maxBodyBytes), files: new Map() };
  }
  const limits = { files: maxItems, fileBytes: maxFileBytes, fieldBytes: maxBodyBytes };
  return readMultipart(bodyStream(request), type, blobs(), limits);
}
