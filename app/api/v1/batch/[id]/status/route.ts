import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { batchStatus } from "@/lib/batch/status";

export const GET = route<{ id: string }>("read", ({ request, params }) => {
  const withItems = new URL(request.url).searchParams.get("items") !== "0";
  return json(batchStatus(database(), params.id, withItems));
});
