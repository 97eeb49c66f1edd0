import { Search } from "lucide-react";
import { controls } from "@/app/_actions/control-ids";
import { useMessages } from "@/app/_data/messages/use-messages";
import { fieldLook } from "../field-frame";

interface Props {
  sought: string;
  /** How many things have it, of how many. */
  found: number;
  total: number;
  onSeek(sought: string): void;
}

/** Narrows a long list, whose undrawn rows the browser's own search does not know, and says how much is left of it. */
export function FindField({ sought, found, total, onSeek }: Props) {
  const t = useMessages("app").find;
  return (
    <search className="relative block w-full sm:w-64">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <input
        id={controls.find}
        type="search"
        aria-label={t.label}
        placeholder={t.label}
        value={sought}
        onChange={(event) => onSeek(event.target.value)}
        className={`${fieldLook} pl-9 ${sought === "" ? "" : "pr-28"}`}
      />
      <p
        role="status"
        className="tabular pointer-events-none absolute inset-y-0 right-9 flex items-center text-muted-foreground text-xs"
      >
        {sought !== "" && t.found(found, total)}
      </p>
    </search>
  );
}

/** In place of a list that has nothing of what is looked for. */
export const NoneFound = ({ sought }: { sought: string }) => (
  <p className="break-words py-10 text-center text-muted-foreground">{useMessages("app").find.none(sought)}</p>
);
