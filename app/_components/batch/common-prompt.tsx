import { useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { FieldFrame, fieldLook } from "../ui/field-frame";
import { PastePrompts } from "./paste-prompts";
import { longestPrompt } from "./row-prompt";
import type { Tray } from "./tray";
import { useCommonPrompt } from "./use-tray";

/** One prompt for every picture that has none of its own, and the way to give many at once. */
export function CommonPrompt({ tray }: { tray: Tray }) {
  const t = useMessages("batch").common;
  const common = useCommonPrompt(tray);
  const [news, setNews] = useState("");
  return (
    <div className="space-y-1.5">
      <FieldFrame label={t.label} hint={t.hint}>
        {(ties) => (
          <div className="flex flex-wrap gap-2 max-sm:*:grow">
            <input
              {...ties}
              value={common}
              maxLength={longestPrompt}
              placeholder={t.placeholder}
              onChange={(event) => tray.setCommon(event.target.value)}
              className={`flex-1 basis-56 ${fieldLook}`}
            />
            <PastePrompts tray={tray} onLaid={setNews} />
          </div>
        )}
      </FieldFrame>
      <p aria-live="polite" className="text-sm empty:hidden">
        {news}
      </p>
    </div>
  );
}
