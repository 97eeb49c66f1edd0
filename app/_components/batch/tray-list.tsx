import { ArrowDownUp } from "lucide-react";
import { Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { controls } from "@/app/_actions/control-ids";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../ui/button";
import { useDrops } from "../ui/drag/use-drag";
import { isFound, isLong } from "../ui/long-list/find";
import { FindHere, NoneFound } from "../ui/long-list/find-field";
import { LongList, type LongListControl } from "../ui/long-list/long-list";
import { Polite } from "../ui/polite";
import { ApartNotice, apartFrom } from "./apart";
import { CommonPrompt } from "./common-prompt";
import type { Desk } from "./desks";
import { OtherKind } from "./other-kind";
import { RefusedSummary } from "./refused-summary";
import { RepeatNotice } from "./repeat-notice";
import { TrayRow } from "./tray-row";
import { UndoRemoval } from "./undo-removal";
import { useDeskWords } from "./use-desk-words";
import { useCommonPrompt, useOrder, useTally } from "./use-tray";
import { useTrayDeeds } from "./use-tray-deeds";

export function TrayList({ desk }: { desk: Desk }) {
  const t = useMessages("batch");
  const { tray, kind } = desk;
  const words = useDeskWords(kind);
  const order = useOrder(tray);
  const { prompts } = useTally(tray);
  // A thousand rows show it: they follow the typing, and do not hold it up.
  const common = useDeferredValue(useCommonPrompt(tray));
  const [sought, setSought] = useState("");
  const found = useMemo(() => {
    const item = (id: string) => tray.item(id) ?? { name: "", prompt: "" };
    return sought === "" ? order : order.filter((id) => isFound(sought, item(id).name, item(id).prompt));
  }, [tray, order, sought]);
  const shown = useRef(found);
  shown.current = found;
  const list = useRef<LongListControl>(null);
  const { news, move, remove, drop, reverse, removeAll, undo, letGo } = useTrayDeeds(desk, list, shown);
  const batchId = apartFrom(kind, order);
  useDrops(drop);
  useEffect(
    () =>
      tray.onSought((id) => {
        // It may not be among what was found.
        flushSync(() => setSought(""));
        list.current?.seek(id);
      }),
    [tray],
  );

  return (
    <>
      {order.length > 0 && (
        <section className="space-y-2">
          <div className="flex min-h-11 flex-wrap items-center justify-between">
            <h2 className="text-lg">{words.counted(order.length, prompts)}</h2>
            <div className="-mr-4 flex flex-wrap max-sm:-ml-4">
              {order.length > 1 && (
                <Button id={controls.reverse} variant="quiet" onClick={reverse}>
                  <ArrowDownUp aria-hidden className="size-4" />
                  {t.reverse}
                </Button>
              )}
              <Button id={controls.clear} variant="quiet" onClick={removeAll}>
                {t.clear}
              </Button>
            </div>
          </div>
          {batchId !== null && (
            <Suspense>
              <ApartNotice {...{ kind, batchId }} />
            </Suspense>
          )}
          <RefusedSummary tray={tray} />
          <OtherKind desk={desk} />
          <RepeatNotice tray={tray} />
          {desk.prompts && <CommonPrompt tray={tray} />}
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <p className="min-w-0 flex-1 basis-64 text-pretty text-muted-foreground text-sm">{words.help}</p>
            {(isLong(order.length) || sought !== "") && (
              <FindHere sought={sought} found={found.length} total={order.length} onSeek={setSought} />
            )}
          </div>
          {found.length === 0 && <NoneFound sought={sought} />}
          <LongList label={words.list} ids={found} className="grid-cols-1 gap-2" control={list}>
            {(spot) => (
              <TrayRow
                key={spot.id}
                {...spot}
                {...{ desk, common }}
                laid={found === order ? spot.place : order.indexOf(spot.id)}
                laidInAll={order.length}
                onMove={move}
                onRemove={remove}
              />
            )}
          </LongList>
        </section>
      )}
      <UndoRemoval tray={tray} words={words} onUndo={undo} onLetGo={letGo} />
      <Polite>{news}</Polite>
    </>
  );
}
