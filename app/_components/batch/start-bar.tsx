import { Play, Settings2 } from "lucide-react";
import { useId } from "react";
import { controls } from "@/app/_actions/control-ids";
import type { Messages } from "@/app/_data/messages/catalogue";
import { useMessages } from "@/app/_data/messages/use-messages";
import { createPart, usePart } from "@/app/_data/use-part";
import { Button, buttonLook } from "../ui/button";
import { Polite } from "../ui/polite";
import type { Desk } from "./desks";
import { chooseButtonId } from "./drop-zone";
import { refusedOn, show } from "./refused";
import type { Tray } from "./tray";
import { addLines } from "./unadded-lines";
import { type DeskWords, useDeskWords } from "./use-desk-words";
import type { Start } from "./use-start";
import { useTally } from "./use-tray";

/** Both come before there can be a problem: the server may not be reached by then. */
const problemNoticePart = createPart(() => import("../ui/problem-notice"));
const refusedButtonsPart = createPart(() => import("./refused-buttons"));

/** Id of the options' heading: on a phone they lie below all that was laid out. */
export const optionsId = "options-title";

/** Why the batch cannot start yet; null when it can. */
function obstacle(
  t: Messages<"batch">,
  words: DeskWords,
  tray: Tray,
  maxItems: number,
  blocked: string | null,
): string | null {
  const { total, ready, refused, offline } = tray.tally();
  if (total === 0) return words.blockedEmpty;
  if (total > maxItems) return t.blockedTooMany(total, maxItems);
  if (offline > 0) return t.blockedOffline(offline);
  if (ready + refused < total) return t.blockedBusy(ready, total);
  if (refused === 0) return blocked;
  const { refused: those, retryable, nameOf } = refusedOn(tray);
  return words.blockedRefused(refused, retryable.length, nameOf(those[0]));
}

/** Brings whoever presses too early to what is missing. */
function showObstacle(tray: Tray): void {
  const [first] = refusedOn(tray).refused;
  if (tray.tally().total === 0) document.getElementById(chooseButtonId)?.focus();
  else if (first !== undefined) show(tray, first);
}

interface Props {
  desk: Desk;
  optionsTitle: string;
  /** How many items a batch takes. */
  maxItems: number;
  /** Why the batch cannot start although everything is in; null when it can. */
  blocked: string | null;
  begin: Start;
}

export function StartBar({ desk, optionsTitle, maxItems, blocked, begin }: Props) {
  const t = useMessages("batch");
  const { tray, kind } = desk;
  const words = useDeskWords(kind);
  const { start, starting, problem } = begin;
  const ProblemNotice = usePart(problemNoticePart)?.ProblemNotice;
  const RefusedButtons = usePart(refusedButtonsPart)?.RefusedButtons;
  const reasonId = useId();
  const tally = useTally(tray);
  const those = refusedOn(tray);
  const { refused } = those;
  const hindrance = () => obstacle(t, words, tray, maxItems, blocked);
  const reason = hindrance();
  const ready = reason === null ? words.allReady(tally.total, tally.prompts) : "";
  return (
    <div className="-mx-4 -mb-6 bottom-0 z-10 roomy:sticky space-y-3 border-hairline border-t bg-surface px-4 py-3 shadow-lg sm:mx-0 sm:-mb-8 sm:rounded-t-2xl sm:border sm:border-b-0 sm:px-5">
      {problem && ProblemNotice && <ProblemNotice title={t.couldNotStart} problem={problem} />}
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        <p
          id={reasonId}
          className={`min-w-0 flex-1 basis-32 text-pretty text-sm sm:text-base ${tally.total > 0 ? "max-sm:basis-full" : ""}`}
        >
          {reason ?? ready}
        </p>
        <Polite>{ready}</Polite>
        {refused.length > 0 && RefusedButtons && <RefusedButtons tray={tray} {...those} />}
        {tally.total > 0 && (
          <a
            href={`#${optionsId}`}
            aria-label={optionsTitle}
            title={optionsTitle}
            className={`${buttonLook()} size-12 px-0 lg:hidden`}
          >
            <Settings2 aria-hidden className="size-5" />
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
            if (starting || addLines[kind]?.() === false) return;
            if (hindrance() === null) start();
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
