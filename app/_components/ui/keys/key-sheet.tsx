import type { RefObject } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Button } from "../button";
import { CheckField } from "../check-field";
import { Dialog } from "../dialog";
import type { KeyRow } from "./action";
import { singleKeys, useSingleKeys } from "./single-keys";

interface Props {
  dialog: RefObject<HTMLDialogElement | null>;
  title: string;
  /** The keys, and under headings what else there is. */
  sections: readonly { heading?: string; rows: readonly KeyRow[] }[];
}

/** Every key there is on a page. */
export function KeySheet({ dialog, title, sections }: Props) {
  const messages = useMessages("app");
  const close = <Button onClick={() => dialog.current?.close()}>{messages.app.close}</Button>;
  return (
    <Dialog dialog={dialog} title={title} width="sheet" aside={close}>
      {sections.map(({ heading, rows }) => (
        <div key={heading ?? ""} className="space-y-3">
          {heading && <h3 className="text-base">{heading}</h3>}
          <dl className="grid grid-cols-[7rem_1fr] items-center gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[7rem_1fr_7rem_1fr]">
            {rows.map(({ label, keys }) => (
              <div key={label} className="contents">
                <dt className="flex flex-wrap gap-1">
                  {keys.map((key) => (
                    <Key key={key} name={key} />
                  ))}
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <SingleKeys />
    </Dialog>
  );
}

function SingleKeys() {
  const messages = useMessages("app");
  const on = useSingleKeys();
  return <CheckField label={messages.app.singleKeys} checked={on} onChange={(next) => singleKeys.change(() => next)} />;
}

/** A key as it is printed on a keyboard. */
export const Key = ({ name }: { name: string }) => (
  <kbd className="tabular rounded border border-control bg-sunken px-1.5 text-xs leading-5">{name}</kbd>
);
