import { parseQuery } from "@/app/_http/body";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { batchStatus } from "@/lib/batch/status";
import { statusQuerySchema } from "@/lib/contracts/status";

export const GET = route<{ id: string }>("read", ({ request, params }) => {
  const { items } = parseQuery(request.url, statusQuerySchema);
  return json(batchStatus(database(), params.id, items === "1"));
});
