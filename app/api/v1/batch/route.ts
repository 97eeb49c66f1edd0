import { parseQuery } from "@/app/_http/body";
import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { listBatches } from "@/lib/batch/list";
import { listQuerySchema } from "@/lib/contracts/list";

export const GET = route("read", async ({ request, caller }) =>
  json(await listBatches(database(), parseQuery(request.url, listQuerySchema), caller, request.signal)),
);
