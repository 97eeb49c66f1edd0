import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { config } from "@/lib/config";
import { readiness } from "@/lib/health/readiness";
import { shutdown } from "@/lib/shutdown";
import { pulse } from "@/lib/worker/pulse";

export const dynamic = "force-dynamic";

export const GET = route("public", async () => {
  const rooms = { db: database(), config: config(), pulse: pulse(), stopping: shutdown().signal };
  const answer = await readiness(rooms);
  return json(answer, { status: answer.status === "ready" ? 200 : 503 });
});
