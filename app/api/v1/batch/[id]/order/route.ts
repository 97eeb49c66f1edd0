import { bodyText, parseJson } from "@/app/_http/body";
import { countAgainst } from "@/app/_http/limit";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { orderPages } from "@/lib/batch/order";
import { config } from "@/lib/config";
import { orderRequestSchema } from "@/lib/contracts/order";
import { bell } from "@/lib/events/bell";

export const POST = route<{ id: string }, "write">("write", async ({ request, params, caller }) => {
  await countAgainst("submit", request, caller);
  const body = parseJson(await bodyText(request, config().maxBodyBytes), orderRequestSchema);
  return json(orderPages({ db: database(), bell: bell() }, params.id, body), { status: 202 });
});
