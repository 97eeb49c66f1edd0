import { memo } from "react";
import { messages } from "@/app/_data/messages";
import type { ItemView } from "@/lib/contracts/status";
import { StatusBadge } from "../ui/status-badge";
import { ItemPage } from "./item-page";

const t = messages.job;

/** One picture of the batch. Redrawn only when the status answer or an event changed it. */
export const ItemCard = memo(function ItemCard({ item }: { item: ItemView }) {
  const { index, name, prompt, status, stage, error, artifacts } = item;
  return (
    <li className="offscreen-skip flex flex-col overflow-hidden rounded-xl border border-hairline bg-surface [--row-size:20rem]">
      <ItemPage item={item} />
      <div className="flex flex-1 flex-col gap-1 border-hairline border-t p-3 text-sm">
        <p className="truncate font-medium" title={name}>
          <span className="tabular mr-1.5 text-muted-foreground text-xs">{index + 1}</span>
          {name}
        </p>
        {prompt && (
          <p className="line-clamp-2 text-muted-foreground" title={prompt}>
            {prompt}
          </p>
        )}
        <StatusBadge status={status} />
        {status === "running" && stage && <p className="text-muted-foreground">{messages.stages[stage] ?? stage}</p>}
        {error && (
          <p className="break-words">
            {error.message}
            {error.stage && (
              <span className="mt-1 block text-muted-foreground">
                {t.failedAt(messages.stages[error.stage] ?? error.stage)}
              </span>
            )}
          </p>
        )}
        {artifacts.length > 0 && (
          <p className="-mx-1 mt-auto flex gap-1 pt-1">
            {artifacts.map((artifact) => {
              const format = artifact.name.split(".").pop()?.toUpperCase() ?? "";
              return (
                <a
                  key={artifact.name}
                  href={artifact.url}
                  download={artifact.name.split("/").pop()}
                  aria-label={t.saveArtifact(format, name)}
                  className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-md px-2 font-medium text-accent text-xs underline-offset-4 hover:bg-hover hover:underline sm:min-h-8"
                >
                  {format}
                </a>
              );
            })}
          </p>
        )}
      </div>
    </li>
  );
});
