import { json, route } from "@/app/_http/route";
import { database } from "@/db/client";
import { pageSheet } from "@/lib/batch/sheet";
import { blobs } from "@/lib/files/blobs";

export const GET = route<{ id: string; page: string }>("read", async ({ params }) => {
  // What is no number names no page.
  const page = /^[1-9]\d{0,5}$/.test(params.page) ? Number(params.page) : 0;
  return json(await pageSheet(database(), blobs(), params.id, page));
});
