import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { layOutAgain } from "@/lib/batch/again";
import { blobs } from "@/lib/files/blobs";

export const POST = route<{ id: string }, "write">("write", async ({ request, params, caller }) => {
  const rooms = { db: database(), blobs: blobs(), ownerId: caller.id };
  return json(await layOutAgain(rooms, params.id, request.signal), { status: 201 });
});
