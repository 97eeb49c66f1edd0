import { Command } from "cmdk";
import { useEffect, useRef } from "react";
import type { PageAction, PageDeeds } from "@/app/_actions/page-actions";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Dialog } from "../ui/dialog";
import { shownKeys } from "../ui/keys/action";
import { Key } from "../ui/keys/key-sheet";

const groups = ["here", "elsewhere", "keys"] as const;

interface Props {
  actions: readonly PageAction[];
  deeds: PageDeeds;
  onClose(): void;
}

/** All that can be done here and now, to be found by a word of it. Opens by itself. */
export default function Palette({ actions, deeds, onClose }: Props) {
  const { keyNames } = useMessages("app").app;
  const t = useMessages("commands");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The frame around the field comes first, and would take the focus.
    element?.querySelector("input")?.focus();
    element?.addEventListener("close", onClose);
    return () => element?.removeEventListener("close", onClose);
  }, [onClose]);
  const offered = actions.filter((action) => action.offered?.(deeds) !== false);
  return (
    <Dialog dialog={dialog} title={t.title} width="wide">
      <Command label={t.find} className="space-y-3">
        <Command.Input
          placeholder={t.find}
          className="min-h-11 w-full rounded-lg border border-control bg-surface px-3 placeholder:text-muted-foreground"
        />
        <Command.List className="max-h-[50dvh] overflow-y-auto">
          <Command.Empty className="px-3 py-6 text-center text-muted-foreground">{t.none}</Command.Empty>
          {groups.map((group) => (
            <Command.Group
              key={group}
              heading={t.groups[group]}
              className="**:[[cmdk-group-heading]]:px-3 **:[[cmdk-group-heading]]:py-1.5 **:[[cmdk-group-heading]]:text-muted-foreground **:[[cmdk-group-heading]]:text-sm"
            >
              {offered
                .filter((action) => action.group === group)
                .map((action) => (
                  <Command.Item
                    key={action.label}
                    value={action.label}
                    onSelect={() => {
                      dialog.current?.close();
                      action.run(deeds);
                    }}
                    className="flex min-h-11 cursor-pointer items-center gap-2 rounded-lg px-3 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent sm:min-h-9 sm:text-sm"
                  >
                    <span className="flex-1">{action.label}</span>
                    {shownKeys(action, keyNames).map((name) => (
                      <Key key={name} name={name} />
                    ))}
                  </Command.Item>
                ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
