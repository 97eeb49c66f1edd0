import { optionalJson } from "@/app/_http/body";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { keepBatch } from "@/lib/batch/keep";
import { config } from "@/lib/config";
import { keepRequestSchema } from "@/lib/contracts/keep";

export const POST = route<{ id: string }>("write", async ({ request, params }) => {
  const settings = config();
  const { keep } = await optionalJson(request, keepRequestSchema, settings.maxBodyBytes);
  return json(keepBatch({ db: database(), config: settings }, params.id, keep));
});
