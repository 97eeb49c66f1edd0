import { ListPlus } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useStore } from "@/app/_data/use-store";
import { LinesField } from "../lines-field";
import { longestPrompt } from "../row-prompt";
import type { Tray } from "../tray";
import { unaddedLines } from "../unadded-lines";
import { useAddedAtStart } from "../use-added-at-start";

/** Pages that are drawn from words alone, for models that need no picture. */
export function PromptPages({ tray }: { tray: Tray }) {
  const t = useMessages("models");
  const text = useStore(unaddedLines.coloring, "");
  const lines = text.split("\n").flatMap((line) => line.trim().slice(0, longestPrompt) || []);
  const add = () => {
    tray.addPrompts(lines);
    unaddedLines.coloring.set("");
    return true;
  };
  useAddedAtStart("coloring", add);
  return (
    <LinesField
      label={t.promptsLabel}
      placeholder={t.promptsPlaceholder}
      value={text}
      onChange={unaddedLines.coloring.set}
      add={t.promptsAdd}
      icon={ListPlus}
      empty={lines.length === 0}
      onAdd={add}
      hint={t.promptsHint}
    />
  );
}
