import { route } from "@/app/_http/route";
import { database } from "@/db/client";
import { config } from "@/lib/config";
import { bell } from "@/lib/events/bell";
import { exposition, expositionType } from "@/lib/metrics/exposition";
import { gatherMetrics } from "@/lib/metrics/gather";

export const dynamic = "force-dynamic";

export const GET = route(async () => {
  const families = await gatherMetrics({ db: database(), bell: bell(), config: config() });
  return new Response(exposition(families), {
    headers: { "content-type": expositionType, "cache-control": "no-store" },
  });
});
