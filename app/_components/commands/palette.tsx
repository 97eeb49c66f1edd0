import { Command } from "cmdk";
import { type RefObject, useEffect, useState } from "react";
import { type PageDeeds, pageActions } from "@/app/_actions/page-actions";
import { commandMessages } from "@/app/_data/messages/commands";
import { Dialog } from "../ui/dialog";
import { shownKeys } from "../ui/keys/action";
import { Key } from "../ui/keys/key-sheet";

const t = commandMessages;
const groups = ["here", "elsewhere", "keys"] as const;

/** All that can be done here and now, to be found by a word of it. */
export function Palette({ dialog, deeds }: { dialog: RefObject<HTMLDialogElement | null>; deeds: PageDeeds }) {
  const [sought, setSought] = useState("");
  useEffect(() => {
    const element = dialog.current;
    const forget = () => setSought("");
    element?.addEventListener("close", forget);
    return () => element?.removeEventListener("close", forget);
  }, [dialog]);
  const offered = pageActions.filter((action) => action.offered?.(deeds) !== false);
  return (
    <Dialog dialog={dialog} title={t.title} width="wide">
      <Command label={t.find} className="space-y-3">
        <Command.Input
          value={sought}
          onValueChange={setSought}
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
                    {shownKeys(action).map((name) => (
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
