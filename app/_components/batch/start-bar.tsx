import { Play, RotateCw, SlidersHorizontal, X } from "lucide-react";
import { useId } from "react";
import { controls } from "@/app/_actions/control-ids";
import type { Messages } from "@/app/_data/messages/catalogue";
import { useMessages } from "@/app/_data/messages/use-messages";
import { createPart, usePart } from "@/app/_data/use-part";
import { Button, buttonLook } from "../ui/button";
import { Polite } from "../ui/polite";
import type { Desk } from "./desks";
import { chooseButtonId } from "./drop-zone";
import type { Tally, Tray } from "./tray";
import { type DeskWords, useDeskWords } from "./use-desk-words";
import type { Start } from "./use-start";
import { useTally } from "./use-tray";

/** Comes before there can be a problem: the server may not be reached by then. */
const problemNoticePart = createPart(() => import("../ui/problem-notice"));

/** Id of the options' heading: on a phone they lie below all that was laid out. */
export const optionsId = "options-title";

/** Why the batch cannot start yet; null when it can. */
function obstacle(
  t: Messages<"batch">,
  words: DeskWords,
  tally: Tally,
  retryable: number,
  blocked: string | null,
): string | null {
  const { total, ready, refused, offline } = tally;
  if (total === 0) return words.blockedEmpty;
  if (offline > 0) return t.blockedOffline(offline);
  if (ready + refused < total) return t.blockedBusy(ready, total);
  if (refused > 0) return words.blockedRefused(refused, retryable);
  return blocked;
}

/** Ids of what cannot go into the batch as it is, and of those among them that another try may bring in. */
function refusedOn(tray: Tray): { refused: string[]; retryable: string[] } {
  const uploadOf = (id: string) => tray.item(id)?.upload;
  const refused = tray.order().filter((id) => uploadOf(id)?.state === "refused");
  const retryable = refused.filter((id) => {
    const upload = uploadOf(id);
    return upload?.state === "refused" && upload.retryable;
  });
  return { refused, retryable };
}

/** Brings whoever presses too early to what is missing. */
function showObstacle(tray: Tray): void {
  const { total, refused } = tray.tally();
  const first = tray.order().find((id) => tray.item(id)?.upload.state === "refused");
  if (total === 0) document.getElementById(chooseButtonId)?.focus();
  else if (refused > 0 && first) tray.seek(first);
}

interface Props {
  desk: Desk;
  optionsTitle: string;
  /** Why the batch cannot start although everything is in; null when it can. */
  blocked: string | null;
  begin: Start;
}

export function StartBar({ desk, optionsTitle, blocked, begin }: Props) {
  const t = useMessages("batch");
  const { tray, kind } = desk;
  const words = useDeskWords(kind);
  const { start, starting, problem } = begin;
  const ProblemNotice = usePart(problemNoticePart)?.ProblemNotice;
  const reasonId = useId();
  const tally = useTally(tray);
  const { refused, retryable } = refusedOn(tray);
  const reason = obstacle(t, words, tally, retryable.length, blocked);
  const ready = reason === null ? words.allReady(tally.total, tally.prompts) : "";
  return (
    <div className="-mx-4 -mb-6 sticky bottom-0 z-10 space-y-3 border-hairline border-t bg-surface px-4 py-3 shadow-lg sm:mx-0 sm:-mb-8 sm:rounded-t-2xl sm:border sm:border-b-0 sm:px-5">
      {problem && ProblemNotice && <ProblemNotice title={t.couldNotStart} problem={problem} />}
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        <p
          id={reasonId}
          className={`min-w-0 flex-1 text-pretty text-sm sm:text-base ${tally.total > 0 ? "max-sm:basis-full" : ""}`}
        >
          {reason ?? ready}
        </p>
        <Polite>{ready}</Polite>
        {refused.length > 0 && (
          <Button className="max-sm:grow" onClick={() => tray.remove(refused)}>
            <X aria-hidden className="size-4" />
            {t.leaveOut(refused.length)}
          </Button>
        )}
        {retryable.length > 1 && (
          <Button onClick={() => tray.retry(retryable)}>
            <RotateCw aria-hidden className="size-4" />
            {t.retryAll}
          </Button>
        )}
        {tally.total > 0 && (
          <a
            href={`#${optionsId}`}
            aria-label={optionsTitle}
            title={optionsTitle}
            className={`${buttonLook()} size-12 px-0 lg:hidden`}
          >
            <SlidersHorizontal aria-hidden className="size-5" />
          </a>
        )}
        <Button
          id={controls.start}
          variant="primary"
          size="large"
          className={tally.total > 0 ? "max-sm:grow" : ""}
          aria-disabled={reason !== null || starting}
          aria-describedby={reasonId}
          onClick={() => {
            if (starting) return;
            if (reason === null) start();
            else showObstacle(tray);
          }}
        >
          <Play aria-hidden className="size-5" />
          {starting ? t.starting : t.start}
        </Button>
      </div>
    </div>
  );
}
