import { bodyText, parseJson } from "@/app/_http/body";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { orderPages } from "@/lib/batch/order";
import { config } from "@/lib/config";
import { orderRequestSchema } from "@/lib/contracts/order";
import { bell } from "@/lib/events/bell";

export const POST = route<{ id: string }>("write", async ({ request, params }) => {
  const body = parseJson(await bodyText(request, config().maxBodyBytes), orderRequestSchema);
  return json(orderPages({ db: database(), bell: bell() }, params.id, body), { status: 202 });
});
