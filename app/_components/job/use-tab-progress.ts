import { useEffect } from "react";
import { messages } from "@/app/_data/messages";
import { jobMessages } from "@/app/_data/messages/job";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { tabIcon } from "./tab-icon";

const t = jobMessages;

/** Shows in the browser's tab how far a batch is, for whoever works in another one meanwhile. */
export function useTabProgress(batch: BatchView | undefined): void {
  const title = batch && tabTitle(batch);
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

function tabTitle({ kind, status, total_items, progress_percent }: BatchView): string {
  const state = isTerminal(status) ? messages.statuses[status] : `${Math.floor(progress_percent)} %`;
  return `${state} · ${t.kinds[kind].heading(total_items)} · ${messages.app.name}`;
}
