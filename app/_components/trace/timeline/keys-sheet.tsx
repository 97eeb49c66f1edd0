import { type RefObject, useId } from "react";
import { messages } from "@/app/_data/messages";
import { Button } from "../../ui/button";
import { timelineActions } from "./timeline-actions";

const t = messages.trace;

const shown: Record<string, string> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};

const rows = [
  ...timelineActions.map(({ keys, shift, label }) => ({
    label,
    keys: [...(shift ? ["Shift"] : []), shown[keys[0]] ?? keys[0]],
  })),
  { label: t.keysWheel, keys: ["Ctrl", "wheel"] },
  { label: t.keysPan, keys: ["Shift", "wheel"] },
];

/** Every key there is; the native dialog closes on Escape and gives the focus back. */
export function KeysSheet({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const id = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-2xl border border-hairline bg-surface p-6 text-foreground shadow-2xl"
    >
      <div className="space-y-4">
        <h2 id={id} className="text-xl">
          {t.keysTitle}
        </h2>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5 text-sm">
          {rows.map(({ label, keys }) => (
            <div key={label} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <kbd key={key} className="tabular rounded border border-control bg-sunken px-1.5 text-xs leading-5">
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
        <div className="flex justify-end">
          <Button onClick={() => dialog.current?.close()}>{t.closeKeys}</Button>
        </div>
      </div>
    </dialog>
  );
}
