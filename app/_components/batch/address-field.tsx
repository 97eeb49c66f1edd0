import { Link2 } from "lucide-react";
import { useRef, useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useStore } from "@/app/_data/use-store";
import { readAddresses } from "./addresses";
import { LinesField } from "./lines-field";
import type { Tray } from "./tray";
import { unaddedLines } from "./unadded-lines";
import { useAddedAtStart } from "./use-added-at-start";

/** Addresses of SVGs on the web, one a line. Lines that are none stay in the field and are named. */
export function AddressField({ tray }: { tray: Tray }) {
  const t = useMessages("deckTab").addresses;
  const text = useStore(unaddedLines.deck, "");
  const [wrong, setWrong] = useState<string[]>([]);
  const field = useRef<HTMLTextAreaElement>(null);
  const add = (): boolean => {
    const written = readAddresses(text);
    tray.addAddresses(written.urls);
    setWrong(written.wrong);
    unaddedLines.deck.set(written.wrong.join("\n"));
    return written.wrong.length === 0;
  };
  useAddedAtStart("deck", () => {
    const none = add();
    if (!none) field.current?.focus();
    return none;
  });
  const change = (written: string) => {
    unaddedLines.deck.set(written);
    setWrong([]);
  };
  return (
    <LinesField
      label={t.label}
      placeholder={t.placeholder}
      value={text}
      onChange={change}
      add={t.add}
      icon={Link2}
      empty={text.trim() === ""}
      onAdd={add}
      hint={t.hint}
      field={field}
      wrong={wrong.length > 0 ? t.wrong(wrong) : null}
      spellCheck={false}
    />
  );
}
