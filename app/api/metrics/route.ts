import { route } from "@/app/_http/route";
import { metrics } from "@/lib/metrics/metrics";

export const dynamic = "force-dynamic";

export const GET = route("operator", async () => {
  const { registry } = metrics();
  const headers = { "content-type": registry.contentType, "cache-control": "no-store" };
  return new Response(await registry.metrics(), { headers });
});
