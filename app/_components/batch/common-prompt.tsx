import { useId, useState } from "react";
import { batchMessages } from "@/app/_data/messages/batch";
import { PastePrompts } from "./paste-prompts";
import { longestPrompt } from "./row-prompt";
import type { Tray } from "./tray";
import { useCommonPrompt } from "./use-tray";

const t = batchMessages.common;

/** One prompt for every picture that has none of its own, and the way to give many at once. */
export function CommonPrompt({ tray }: { tray: Tray }) {
  const id = useId();
  const common = useCommonPrompt(tray);
  const [news, setNews] = useState("");
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {t.label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          value={common}
          maxLength={longestPrompt}
          placeholder={t.placeholder}
          aria-describedby={`${id}-hint`}
          onChange={(event) => tray.setCommon(event.target.value)}
          className="min-h-11 w-full min-w-0 rounded-lg border border-control bg-surface px-3 placeholder:text-muted-foreground sm:min-h-10 sm:text-sm"
        />
        <PastePrompts tray={tray} onLaid={setNews} />
      </div>
      <p id={`${id}-hint`} className="text-pretty text-muted-foreground text-sm">
        {t.hint}
      </p>
      <p aria-live="polite" className="text-sm empty:hidden">
        {news}
      </p>
    </div>
  );
}
