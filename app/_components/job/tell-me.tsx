"use client";

import { Bell } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { batchTitle } from "@/app/_data/batch-title";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { Button } from "../ui/button";

/** What the browser allows; "never" where it knows no notifications. */
const permission = (): NotificationPermission | "never" =>
  "Notification" in window ? Notification.permission : "never";

/** Asks once whether to tell of the end, and tells of it where nobody looks at the page. */
export function TellMe({ batch }: { batch: BatchView }) {
  const t = useMessages("job");
  const running = !isTerminal(batch.status);
  const [allowed, setAllowed] = useState<ReturnType<typeof permission>>("never");
  useEffect(() => setAllowed(permission()), []);
  useNotification(batch, running);
  if (!running || allowed !== "default") return null;
  return (
    <Button variant="quiet" onClick={() => void Notification.requestPermission().then(setAllowed)}>
      <Bell aria-hidden className="size-4" />
      {t.tellMe}
    </Button>
  );
}

/** One notification for a batch that ended while this page ran in the background, however many pages show it. */
function useNotification(batch: BatchView, running: boolean): void {
  const t = useMessages("job");
  const wasRunning = useRef(false);
  useEffect(() => {
    const ended = wasRunning.current && !running;
    wasRunning.current = running;
    if (!ended || document.visibilityState === "visible" || permission() !== "granted") return;
    const { status, batch_id } = batch;
    const told = new Notification(batchTitle(batch, { kinds: t.kinds }), {
      body: t.ended[status as keyof typeof t.ended],
      tag: batch_id,
    });
    told.onclick = () => window.focus();
  }, [batch, running, t.kinds, t.ended]);
}
