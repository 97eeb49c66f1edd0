import { ListPlus } from "lucide-react";
import { useId, useState } from "react";
import { modelMessages } from "@/app/_data/messages/models";
import { Button } from "../../ui/button";
import { longestPrompt } from "../row-prompt";
import type { Tray } from "../tray";

const t = modelMessages;

/** Pages that are drawn from words alone, for models that need no picture. */
export function PromptPages({ tray }: { tray: Tray }) {
  const id = useId();
  const [text, setText] = useState("");
  const lines = text.split("\n").flatMap((line) => line.trim().slice(0, longestPrompt) || []);
  const add = () => {
    tray.addPrompts(lines);
    setText("");
  };
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium text-sm">
        {t.promptsLabel}
      </label>
      <div className="flex items-start gap-2">
        <textarea
          id={id}
          value={text}
          rows={text.includes("\n") ? 4 : 1}
          placeholder={t.promptsPlaceholder}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
          className="min-h-11 w-full min-w-0 rounded-lg border border-control bg-surface px-3 py-2 placeholder:text-muted-foreground sm:min-h-10 sm:text-sm"
        />
        <Button aria-disabled={lines.length === 0} onClick={add}>
          <ListPlus aria-hidden className="size-4" />
          {t.promptsAdd}
        </Button>
      </div>
      <p id={`${id}-hint`} className="text-muted-foreground text-sm">
        {t.promptsHint}
      </p>
    </div>
  );
}
