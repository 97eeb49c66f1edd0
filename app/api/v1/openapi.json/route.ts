import { json, route } from "@/app/_http/route";
import { config } from "@/lib/config";
import { openApiDocument } from "@/lib/contracts/openapi/document";
import { version } from "@/package.json";

export const GET = route("public", ({ request }) => {
  const host = request.headers.get("host");
  const { protocol, origin } = new URL(request.url);
  return json(openApiDocument(host ? `${protocol}//${host}` : origin, version, config().maxItems));
});
