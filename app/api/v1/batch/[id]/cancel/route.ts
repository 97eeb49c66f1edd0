import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { cancelBatch } from "@/lib/batch/cancel";
import { bell } from "@/lib/events/bell";

export const POST = route<{ id: string }>("write", ({ params }) =>
  json(cancelBatch({ db: database(), bell: bell() }, params.id)),
);
