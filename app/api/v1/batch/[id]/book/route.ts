import { optionalJson } from "@/app/_http/body";
import { countAgainst } from "@/app/_http/limit";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { bindBook } from "@/lib/batch/book";
import { config } from "@/lib/config";
import { bookRequestSchema } from "@/lib/contracts/book";
import { bell } from "@/lib/events/bell";

export const POST = route<{ id: string }, "write">("write", async ({ request, params, caller }) => {
  await countAgainst("submit", request, caller);
  const body = await optionalJson(request, bookRequestSchema, config().maxBodyBytes);
  return json(bindBook({ db: database(), bell: bell() }, params.id, body), { status: 202 });
});
