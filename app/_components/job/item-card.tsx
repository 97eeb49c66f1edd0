import { memo } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { wordFor } from "@/app/_data/messages/word-for";
import { problemWords } from "@/app/_data/problem";
import { useFormats } from "@/app/_data/use-formats";

import type { BatchKind, ItemView } from "@/lib/contracts/status";
import { FaultDetails } from "../ui/fault-details";
import { type Spot, spotAttributes } from "../ui/long-list/spot";
import { StatusBadge } from "../ui/status-badge";
import { DrawnBy } from "./drawn-by";
import { ElementCounts } from "./element-counts";
import { ItemFiles } from "./item-files";
import { ItemPage } from "./item-page";
import { RunItemAgain } from "./run-item-again";

interface Props extends Spot {
  kind: BatchKind;
  item: ItemView;
  /** Its number in the book and the ZIP, from 1. */
  page: number;
  /** Id of the batch, where items without a result can be run again; null while it runs. */
  againIn: string | null;
  onView(itemId: string): void;
}

/** One picture or slide of the batch. Redrawn only when the status answer or an event changed it. */
export const ItemCard = memo(function ItemCard({ kind, item, page, againIn, onView, ...spot }: Props) {
  const messages = useMessages("app");
  const states = useMessages("states");
  const t = useMessages("job");
  const { second } = useFormats();
  const { name, prompt, status, stage, attempts, error, artifacts, counts, next_attempt_at } = item;
  return (
    <li
      {...spotAttributes(spot)}
      className="flex flex-col overflow-hidden rounded-xl border border-hairline bg-surface"
    >
      <ItemPage {...{ kind, item, onView }} />
      <div className="flex flex-1 flex-col gap-1 border-hairline border-t p-3 text-sm">
        <p className="truncate font-medium" title={name}>
          <span className="tabular mr-0.5 text-muted-foreground text-xs">{page}</span> {name}
        </p>
        {prompt && (
          <p className="line-clamp-2 text-muted-foreground" title={prompt}>
            {prompt}
          </p>
        )}
        <StatusBadge status={status} />
        {status === "running" && stage && (
          <p className="text-muted-foreground">{wordFor(states.stages, stage) ?? stage}</p>
        )}
        {status === "retrying" && next_attempt_at && (
          <p className="text-muted-foreground">
            <time dateTime={next_attempt_at}>{t.triesAgain(second(next_attempt_at))}</time>
          </p>
        )}
        <DrawnBy item={item} />
        {counts && <ElementCounts name={name} counts={counts} />}
        {error && (
          <p className="break-words">
            {problemWords(messages.problem, error)}
            {error.stage && (
              <span className="mt-1 block text-muted-foreground">
                {t.failedAt(wordFor(states.stages, error.stage) ?? error.stage)}
                {attempts > 1 && ` ${t.afterTries(attempts)}`}
              </span>
            )}
          </p>
        )}
        {error && <FaultDetails fault={error} />}
        {againIn && (status === "failed" || status === "cancelled") && (
          <RunItemAgain batchId={againIn} itemId={item.item_id} name={name} />
        )}
        {artifacts.length > 0 && <ItemFiles name={name} artifacts={artifacts} />}
      </div>
    </li>
  );
});
