import { liveAnswer } from "@/app/_http/live-answer";
import { route } from "@/app/_http/route";
import { database } from "@/db/client";
import { TracepressError } from "@/lib/errors";
import { batchEvents } from "@/lib/events/sse";
import { tails } from "@/lib/events/tails";
import { shutdown } from "@/lib/shutdown";

export const GET = route<{ id: string }>("read", ({ request, params }) => {
  const db = database();
  const rooms = { db, tails: tails(), closing: shutdown().signal };
  const frames = batchEvents(rooms, params.id, lastEventId(request), request.signal);
  const headers = {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
  };
  return liveAnswer(frames, headers, request.signal);
});

function lastEventId(request: Request): number | null {
  const given = request.headers.get("last-event-id");
  if (given === null || given === "") return null;
  if (!/^\d{1,15}$/.test(given)) throw new TracepressError("invalid_request", "Last-Event-ID is not a number.");
  return Number(given);
}
