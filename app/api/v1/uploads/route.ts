import { fileBody } from "@/app/_http/body";
import { countAgainst } from "@/app/_http/limit";
import { json, route } from "@/app/_http/route";
import { uploadRooms } from "@/app/_http/upload-rooms";
import { receiveUpload } from "@/lib/files/uploads";

export const POST = route("write", async ({ request, caller }) => {
  await countAgainst("upload", request, caller);
  const name = new URL(request.url).searchParams.get("name") ?? "";
  const upload = await receiveUpload(uploadRooms(caller), fileBody(request), name, request.signal);
  return json(upload, { status: 201 });
});
