import { optionalJson } from "@/app/_http/body";
import { countAgainst } from "@/app/_http/limit";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { deliverBatch } from "@/lib/batch/deliver";
import { config } from "@/lib/config";
import { deliverRequestSchema } from "@/lib/contracts/delivery";
import { bell } from "@/lib/events/bell";

export const POST = route<{ id: string }, "write">("write", async ({ request, params, caller }) => {
  await countAgainst("submit", request, caller);
  const settings = config();
  const body = await optionalJson(request, deliverRequestSchema, settings.maxBodyBytes);
  return json(deliverBatch({ db: database(), bell: bell(), config: settings }, params.id, body), { status: 202 });
});
