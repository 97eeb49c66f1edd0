import { json, route } from "@/app/_http/route";

export const dynamic = "force-dynamic";

export const GET = route("public", () => json({ status: "live" }));
