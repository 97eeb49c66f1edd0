import { json, route } from "@/app/_http/route";
import { originFor } from "@/lib/access/origin";
import { config } from "@/lib/config";
import { openApiDocument } from "@/lib/contracts/openapi/document";
import { version } from "@/package.json";

export const GET = route("public", ({ request }) => {
  const settings = config();
  return json(openApiDocument(originFor(request.headers, settings), version, settings.maxItems));
});
