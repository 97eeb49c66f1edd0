import { Play, RotateCw } from "lucide-react";
import { useId } from "react";
import { messages } from "@/app/_data/messages";
import { Button } from "../ui/button";
import { Polite } from "../ui/polite";
import { ProblemNotice } from "../ui/problem-notice";
import { useChosenOptions, validOptions } from "./chosen-options";
import { chooseButtonId } from "./drop-zone";
import type { Tally } from "./tray";
import { useStart } from "./use-start";
import { tray, useTally } from "./use-tray";

const t = messages.batch;

/** Why the batch cannot start yet; null when it can. */
function obstacle({ total, ready, refused }: Tally, retryable: number, optionsValid: boolean): string | null {
  if (total === 0) return t.blockedEmpty;
  if (ready + refused < total) return t.blockedBusy(ready, total);
  if (refused > 0) return t.blockedRefused(refused, retryable);
  return optionsValid ? null : t.blockedOptions;
}

/** Brings whoever presses too early to what is missing. */
function showObstacle({ total, refused }: Tally): void {
  const first = tray.order().find((id) => tray.picture(id)?.upload.state === "refused");
  if (total === 0) document.getElementById(chooseButtonId)?.focus();
  else if (refused > 0 && first) document.getElementById(first)?.scrollIntoView({ block: "center" });
}

export function StartBar() {
  const reasonId = useId();
  const tally = useTally();
  const options = useChosenOptions();
  const { start, starting, problem } = useStart();
  const retryable = tray.order().filter((id) => {
    const upload = tray.picture(id)?.upload;
    return upload?.state === "refused" && upload.retryable;
  });
  const reason = obstacle(tally, retryable.length, validOptions(options) !== null);
  return (
    <div className="-mx-4 -mb-6 sticky bottom-0 z-10 space-y-3 border-hairline border-t bg-surface px-4 py-3 shadow-lg sm:mx-0 sm:-mb-8 sm:rounded-t-2xl sm:border sm:border-b-0 sm:px-5">
      {problem && <ProblemNotice title={t.couldNotStart} problem={problem} />}
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        <p id={reasonId} className="min-w-0 flex-1 text-pretty text-sm sm:text-base">
          {reason ?? t.allReady(tally.total)}
        </p>
        <Polite>{reason === null ? t.allReady(tally.total) : ""}</Polite>
        {retryable.length > 1 && (
          <Button onClick={() => tray.retry(retryable)}>
            <RotateCw aria-hidden className="size-4" />
            {t.retryAll}
          </Button>
        )}
        <Button
          variant="primary"
          size="large"
          aria-disabled={reason !== null || starting}
          aria-describedby={reasonId}
          onClick={() => {
            if (starting) return;
            if (reason === null) start();
            else showObstacle(tally);
          }}
        >
          <Play aria-hidden className="size-5" />
          {starting ? t.starting : t.start}
        </Button>
      </div>
    </div>
  );
}
