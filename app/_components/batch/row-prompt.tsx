import { memo, useId } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { fieldLook } from "../ui/field-frame";
import { differs, filledPrompt } from "./prompts";
import type { Tray } from "./tray";
import type { TrayItem } from "./tray-item";

/** The contract's own limit. */
export const longestPrompt = 2000;

interface Props {
  tray: Tray;
  item: TrayItem;
  place: number;
  /** The prompt for all. */
  common: string;
}

/** A picture's own prompt; while it has none, the one for all stands there in grey. */
export const RowPrompt = memo(function RowPrompt({ tray, item, place, common }: Props) {
  const t = useMessages("batch");
  const chipId = useId();
  const differing = differs(item, common, place + 1);
  return (
    <div className="relative max-md:col-span-2">
      <input
        value={item.prompt}
        maxLength={longestPrompt}
        aria-label={t.prompt(item.name)}
        aria-describedby={differing ? chipId : undefined}
        placeholder={filledPrompt(common, item.name, place + 1) || t.promptHint}
        onChange={(event) => tray.setPrompts(new Map([[item.id, event.target.value]]))}
        className={`${fieldLook} ${differing ? "pr-20" : ""}`}
      />
      {differing && (
        <span
          id={chipId}
          className="pointer-events-none absolute inset-y-0 right-2 my-auto h-6 rounded-full bg-accent-soft px-2 text-accent text-xs leading-6"
        >
          {t.differs}
        </span>
      )}
    </div>
  );
});
