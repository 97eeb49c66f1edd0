import { json, route } from "@/app/_http/route";
import { config } from "@/lib/config";
import { listModels } from "@/lib/models/registry";

export const dynamic = "force-dynamic";

export const GET = route("read", () => json(listModels(config().models, config().model)));
