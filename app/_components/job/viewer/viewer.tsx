"use client";

import { X } from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchKind, ItemView } from "@/lib/contracts/status";
import { Button } from "../../ui/button";
import { ChoiceField } from "../../ui/choice-field";
import { keyRows } from "../../ui/keys/action";
import { KeySheet } from "../../ui/keys/key-sheet";
import { useKeys } from "../../ui/keys/use-keys";
import type { ZoomControl } from "../../ui/zoom/use-zoom";
import { OtherOptions } from "../other-options";
import { PageView } from "./page-view";
import { type Look, looks, type ViewerDeeds, viewerActions } from "./viewer-actions";
import { ViewerTools } from "./viewer-tools";

interface Props {
  batchId: string;
  kind: BatchKind;
  /** Whether the batch has ended: then one of its pages can be drawn anew. */
  ended: boolean;
  /** The items that have a page, in order. */
  items: readonly ItemView[];
  /** Place of the one looked at. */
  at: number;
  onGo(at: number): void;
  onClose(): void;
}

/** One finished page beside what it was made from, over the whole window. */
export function Viewer({ batchId, kind, ended, items, at, onGo, onClose }: Props) {
  const messages = useMessages("app");
  const t = useMessages("viewer");
  const actions = useMemo(() => viewerActions(t.actions), [t]);
  const keySections = [{ rows: keyRows(actions, messages.app.keyNames) }, { heading: t.keysPointer, rows: t.gestures }];
  const dialog = useRef<HTMLDialogElement>(null);
  const sheet = useRef<HTMLDialogElement>(null);
  const closer = useRef<ZoomControl | null>(null);
  const close = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const [look, setLook] = useState<Look>("both");
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    // Not the choice of looks, which comes first and would take the arrow keys.
    close.current?.focus();
  }, []);
  const item = items[at];
  const offered = looks.filter((one) => one !== "paper" || kind === "coloring");
  const names: Partial<Record<Look, string>> = t.modes[kind];
  const deeds: ViewerDeeds = {
    printed: kind === "coloring",
    look: setLook,
    zoom: (factor) => closer.current?.zoom(factor),
    pan: (x, y) => {
      const { width = 0, height = 0 } = closer.current?.room ?? {};
      closer.current?.pan(x * width, y * height);
    },
    showWhole: () => closer.current?.showWhole(),
    showPixels: () => closer.current?.showAt(1),
    go: (by) => onGo(Math.min(items.length - 1, Math.max(0, at + by))),
    print: () => setPrinting(true),
    listKeys: () => sheet.current?.showModal(),
  };
  useKeys(actions, deeds, dialog);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={(event) => event.target === dialog.current && onClose()}
      className="m-0 size-full max-h-none max-w-none bg-background text-foreground"
    >
      <div className="flex size-full flex-col">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-hairline border-b bg-surface px-3 py-2 sm:px-4">
          {/* Read out anew when another page is turned to. */}
          <h2
            id={titleId}
            aria-live="polite"
            aria-atomic
            className="min-w-0 flex-1 truncate font-medium font-sans text-base"
          >
            <span className="tabular mr-1 text-muted-foreground text-sm">{t.place(at + 1, items.length)}</span>{" "}
            {item.name}
          </h2>
          {ended && (
            <div className="max-sm:order-last max-sm:w-full">
              <OtherOptions key={item.item_id} {...{ batchId, kind }} only={item.item_id} />
            </div>
          )}
          <div className="order-last w-full sm:order-none sm:w-96">
            <ChoiceField<Look>
              quiet
              label={t.looks}
              values={offered}
              names={{ source: "", both: "", result: "", paper: "", ...names }}
              value={look}
              onChange={setLook}
            />
          </div>
          <Button
            ref={close}
            variant="quiet"
            size="icon"
            aria-label={messages.app.close}
            title={messages.app.close}
            onClick={() => dialog.current?.close()}
          >
            <X aria-hidden className="size-5" />
          </Button>
        </header>
        <PageView
          key={item.item_id}
          {...{ batchId, kind, item, look, closer, printing }}
          onPrinted={() => setPrinting(false)}
        />
        <ViewerTools actions={actions} deeds={deeds} first={at === 0} last={at === items.length - 1} />
      </div>
      <KeySheet dialog={sheet} title={t.keysTitle} sections={keySections} />
    </dialog>
  );
}
