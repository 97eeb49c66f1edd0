import { liveAnswer } from "@/app/_http/live-answer";
import { route } from "@/app/_http/route";
import { framesWhile } from "@/app/_http/while-allowed";
import { database } from "@/db/client";
import { stays } from "@/lib/access/stays";
import { TracepressError } from "@/lib/errors";
import { batchEvents, type Outlet } from "@/lib/events/sse";
import { tails } from "@/lib/events/tails";
import { shutdown } from "@/lib/shutdown";

export const GET = route<{ id: string }, "read">("read", ({ request, params, caller }) => {
  const db = database();
  const rooms = { db, tails: tails(), closing: shutdown().signal };
  const stay = stays().of(caller, params.id);
  const signal = AbortSignal.any([request.signal, stay.signal]);
  const seen = lastEventId(request);
  const headers = {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
  };
  const frames = (outlet: Outlet) => framesWhile(stay, batchEvents(rooms, params.id, seen, signal, outlet));
  return liveAnswer(frames, headers, signal);
});

function lastEventId(request: Request): number | null {
  const given = request.headers.get("last-event-id");
  if (given === null || given === "") return null;
  if (!/^\d{1,15}$/.test(given)) throw new TracepressError("invalid_request", "Last-Event-ID is not a number.");
  return Number(given);
}
