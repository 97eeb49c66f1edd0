import { parseJson } from "@/app/_http/body";
import { countAgainst } from "@/app/_http/limit";
import { json, route } from "@/app/_http/route";
import { submissionOf, submitContext } from "@/app/_http/submission";
import { database } from "@/db/client";
import { submitDeck } from "@/lib/batch/submit-deck";
import { config } from "@/lib/config";
import { deckRequestSchema } from "@/lib/contracts/deck";
import { bell } from "@/lib/events/bell";
import { blobs } from "@/lib/files/blobs";

export const POST = route("write", async ({ request, caller, log }) => {
  await countAgainst("submit", request, caller);
  const settings = config();
  const { request: text, files } = await submissionOf(request);
  const body = parseJson(text, deckRequestSchema(settings.maxItems));
  const rooms = { db: database(), blobs: blobs(), bell: bell(), config: settings };
  const submitted = await submitDeck(rooms, body, submitContext({ request, caller }, files));
  log.setBindings({ batch_id: submitted.batch_id });
  return json(submitted, { status: 201, headers: { location: submitted.links.status } });
});
