import { ListPlus } from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { LinesField } from "../lines-field";
import { longestPrompt } from "../row-prompt";
import type { Tray } from "../tray";

/** Pages that are drawn from words alone, for models that need no picture. */
export function PromptPages({ tray }: { tray: Tray }) {
  const t = useMessages("models");
  const [text, setText] = useState("");
  const lines = text.split("\n").flatMap((line) => line.trim().slice(0, longestPrompt) || []);
  const add = () => {
    tray.addPrompts(lines);
    setText("");
  };
  return (
    <LinesField
      label={t.promptsLabel}
      placeholder={t.promptsPlaceholder}
      value={text}
      onChange={setText}
      add={t.promptsAdd}
      icon={ListPlus}
      empty={lines.length === 0}
      onAdd={add}
      hint={t.promptsHint}
    />
  );
}
