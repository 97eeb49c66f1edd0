import { optionalJson } from "@/app/_http/body";
import { countAgainst } from "@/app/_http/limit";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { layOutAgain } from "@/lib/batch/again";
import { config } from "@/lib/config";
import { againRequestSchema } from "@/lib/contracts/again";
import { blobs } from "@/lib/files/blobs";

export const POST = route<{ id: string }, "write">("write", async ({ request, params, caller }) => {
  await countAgainst("submit", request, caller);
  const { item_ids } = await optionalJson(request, againRequestSchema, config().maxBodyBytes);
  const rooms = { db: database(), blobs: blobs(), ownerId: caller.id };
  return json(await layOutAgain(rooms, params.id, item_ids, request.signal), { status: 201 });
});
