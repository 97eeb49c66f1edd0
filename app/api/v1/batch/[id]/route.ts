import { join } from "node:path";
import { route } from "@/app/_http/route";
import { database } from "@/db/client";
import { removeBatch } from "@/lib/batch/remove";
import { config } from "@/lib/config";
import { bell } from "@/lib/events/bell";

export const DELETE = route<{ id: string }>("write", async ({ params }) => {
  await removeBatch({ db: database(), bell: bell(), zips: join(config().data, "zips") }, params.id);
  return new Response(null, { status: 204 });
});
