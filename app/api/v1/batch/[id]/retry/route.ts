import { optionalJson } from "@/app/_http/body";
import { countAgainst } from "@/app/_http/limit";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { retryBatch } from "@/lib/batch/retry";
import { config } from "@/lib/config";
import { retryRequestSchema } from "@/lib/contracts/retry";
import { bell } from "@/lib/events/bell";

export const POST = route<{ id: string }, "write">("write", async ({ request, params, caller }) => {
  await countAgainst("submit", request, caller);
  const settings = config();
  const body = await optionalJson(request, retryRequestSchema, settings.maxBodyBytes);
  return json(retryBatch({ db: database(), bell: bell(), config: settings }, params.id, body), { status: 202 });
});
