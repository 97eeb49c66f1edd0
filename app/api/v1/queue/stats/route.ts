import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { config } from "@/lib/config";
import { queueStats } from "@/lib/queue/stats";

export const dynamic = "force-dynamic";

export const GET = route("operator", () => json(queueStats(database(), config().slots)));
