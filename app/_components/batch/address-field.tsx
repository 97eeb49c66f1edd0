import { Link2 } from "lucide-react";
import { useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { readAddresses } from "./addresses";
import { LinesField } from "./lines-field";
import type { Tray } from "./tray";

/** Addresses of SVGs on the web, one a line. Lines that are none stay in the field and are named. */
export function AddressField({ tray }: { tray: Tray }) {
  const t = useMessages("deckTab").addresses;
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string[]>([]);
  const add = () => {
    const written = readAddresses(text);
    tray.addAddresses(written.urls);
    setWrong(written.wrong);
    setText(written.wrong.join("\n"));
  };
  const change = (written: string) => {
    setText(written);
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
      wrong={wrong.length > 0 ? t.wrong(wrong) : null}
      spellCheck={false}
    />
  );
}
