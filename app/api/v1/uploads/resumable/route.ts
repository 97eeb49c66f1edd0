import { parseHeaders } from "@/app/_http/body";
import { countAgainst } from "@/app/_http/limit";
import { tusRoute } from "@/app/_http/tus";
import { uploadRooms } from "@/app/_http/upload-rooms";
import { config } from "@/lib/config";
import { creationSchema, tusExtensions } from "@/lib/contracts/resumable";
import { createPartialUpload } from "@/lib/files/resumable/create";

export const OPTIONS = tusRoute(
  () =>
    new Response(null, {
      status: 204,
      headers: { "tus-extension": tusExtensions, "tus-max-size": String(config().maxFileBytes) },
    }),
);

export const POST = tusRoute(async ({ request, caller }) => {
  await countAgainst("upload", request, caller);
  const creation = parseHeaders(request.headers, creationSchema);
  const { id, expiresAt } = await createPartialUpload(uploadRooms(caller), creation);
  const headers = { location: `/api/v1/uploads/resumable/${id}`, "upload-expires": expiresAt.toUTCString() };
  return new Response(null, { status: 201, headers });
});
