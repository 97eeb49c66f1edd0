import { parseHeaders } from "@/app/_http/body";
import { json, route } from "@/app/_http/route";
import { tusRoute } from "@/app/_http/tus";
import { uploadRooms } from "@/app/_http/upload-rooms";
import { partMediaType, partSchema } from "@/lib/contracts/resumable";
import { TracepressError } from "@/lib/errors";
import { appendToUpload } from "@/lib/files/resumable/append";
import { finishedUpload } from "@/lib/files/resumable/finish";
import { giveUpUpload } from "@/lib/files/resumable/give-up";
import { uploadStanding } from "@/lib/files/resumable/progress";

interface Named {
  upload: string;
}

export const HEAD = tusRoute<Named>(async ({ request, params, caller }) => {
  const standing = await uploadStanding(uploadRooms(caller), params.upload, request.signal);
  const headers = {
    "cache-control": "no-store",
    "upload-offset": String(standing.offset),
    "upload-length": String(standing.length),
    ...(standing.metadata !== "" && { "upload-metadata": standing.metadata }),
    ...(standing.expiresAt && { "upload-expires": standing.expiresAt.toUTCString() }),
  };
  return new Response(null, { headers });
});

export const PATCH = tusRoute<Named>(async ({ request, params, caller }) => {
  if (request.headers.get("content-type") !== partMediaType) {
    throw new TracepressError("unsupported_media", `Send a part as ${partMediaType}.`);
  }
  const { "upload-offset": offset } = parseHeaders(request.headers, partSchema);
  const part = { offset, bytes: request.body ?? new Blob().stream() };
  const progress = await appendToUpload(uploadRooms(caller), params.upload, part, request.signal);
  const headers = { "upload-offset": String(progress.offset), "upload-expires": progress.expiresAt.toUTCString() };
  return new Response(null, { status: 204, headers });
});

export const DELETE = tusRoute<Named>(async ({ request, params, caller }) => {
  await giveUpUpload(uploadRooms(caller), params.upload, request.signal);
  return new Response(null, { status: 204 });
});

export const GET = route<Named, "write">("write", async ({ request, params, caller }) =>
  json(await finishedUpload(uploadRooms(caller), params.upload, request.signal)),
);
