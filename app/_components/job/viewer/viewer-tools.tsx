import { useMessages } from "@/app/_data/messages/use-messages";
import type { Action } from "../../ui/keys/action";
import { ToolButtons } from "../../ui/tool-buttons";
import type { ViewerDeeds } from "./viewer-actions";

interface Props {
  actions: readonly Action<ViewerDeeds>[];
  deeds: ViewerDeeds;
  /** Whether there is no page before or after this one. */
  first: boolean;
  last: boolean;
}

/** What the keys do, for pointer and thumb. */
export function ViewerTools({ actions, deeds, first, last }: Props) {
  const viewerMessages = useMessages("viewer");
  const ends: Record<string, boolean> = { ArrowLeft: first, ArrowRight: last };
  const offered = actions.filter((action) => action.offered?.(deeds) !== false);
  const tools = offered.flatMap(({ icon, label, keys, run }) =>
    icon ? [{ icon, label, idle: ends[keys[0]], run: () => run(deeds) }] : [],
  );
  return (
    <ToolButtons
      label={viewerMessages.tools}
      tools={tools}
      className="justify-center border-hairline border-t bg-surface px-2 py-1.5 max-sm:gap-0"
    />
  );
}
