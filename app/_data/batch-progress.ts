import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { BatchEvent } from "@/lib/contracts/events";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { eventsKey, rememberEvents, withEvents } from "./batch-events";
import { batchKey } from "./batch-keys";
import { type Connection, followBatch } from "./follow-batch";
import { paced } from "./paced";

/** Finished pages come with a status answer, whose size grows with the batch: 40 pictures are asked for every second, a thousand every 6 s. */
const lookPauseMs = (total: number): number => Math.max(1_000, total * 6);

/** Where an event alone does not say everything: the files of a finished page, when one is tried again, the items behind a snapshot. */
const tellsLess = ({ type, item_status }: BatchEvent): boolean =>
  type === "progress" || item_status === "completed" || item_status === "retrying";

/** Keeps the cached status of a batch in step with its events while `active`. */
export function useBatchProgress(id: string, active: boolean): Connection {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>("connecting");
  useEffect(() => {
    if (!active) return;
    const key = batchKey(id);
    const current = () => client.getQueryData<BatchView>(key);
    const refetch = () => client.invalidateQueries({ queryKey: key, exact: true });
    const looks = paced(refetch, () => lookPauseMs(current()?.total_items ?? 0));
    const onEvents = (events: BatchEvent[]) => {
      rememberEvents(client, id, events);
      // An answer that the batch has ended is newer than all that was heard before.
      client.setQueryData<BatchView>(key, (batch) =>
        batch && !isTerminal(batch.status) ? withEvents(batch, events) : batch,
      );
      if (events.some((event) => isTerminal(event.status))) void refetch();
      else if (events.some(tellsLess)) looks.ask();
    };
    const leave = followBatch(id, { onEvents, onConnection: setConnection, onGap: refetch });
    return () => {
      leave();
      looks.stop();
    };
  }, [client, id, active]);
  return connection;
}

const silence: BatchEvent[] = [];

/** What this page has heard of a batch, oldest first. */
export const useHeardEvents = (id: string): BatchEvent[] =>
  useQuery<BatchEvent[]>({ queryKey: eventsKey(id), queryFn: skipToken }).data ?? silence;
