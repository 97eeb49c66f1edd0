import { useEffect } from "react";
import { batchTitle } from "@/app/_data/batch-title";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { tabIcon } from "./tab-icon";

/** Shows in the browser's tab how far a batch is, for whoever works in another one meanwhile. */
export function useTabProgress(batch: BatchView | undefined): void {
  const title = useTabTitle(batch);
  const icon = batch && tabIcon(batch.status, Math.floor(batch.progress_percent));
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!link || !icon) return;
    const own = link.getAttribute("href") ?? "";
    link.href = icon;
    return () => link.setAttribute("href", own);
  }, [icon]);
}

function useTabTitle(batch: BatchView | undefined): string | undefined {
  const messages = useMessages("app");
  const states = useMessages("states");
  const t = useMessages("job");
  if (!batch) return;
  const { status, progress_percent } = batch;
  const state = isTerminal(status) ? states.statuses[status] : `${Math.floor(progress_percent)} %`;
  return `${state} · ${batchTitle(batch, t)} · ${messages.app.name}`;
}
