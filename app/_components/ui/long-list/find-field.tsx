import { Search } from "lucide-react";
import { controls } from "@/app/_actions/control-ids";
import { useMessages } from "@/app/_data/messages/use-messages";
import { fieldLook } from "../field-frame";

interface Props {
  label: string;
  sought: string;
  /** How much has it; empty while nothing is sought. */
  found: string;
  onSeek(sought: string): void;
}

/** Narrows a list, of which the browser's own search does not know what is not drawn, and says how much is left of it. */
export function FindField({ label, sought, found, onSeek }: Props) {
  return (
    <search className="relative block w-full sm:w-64">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <input
        id={controls.find}
        type="search"
        aria-label={label}
        placeholder={label}
        value={sought}
        onChange={(event) => onSeek(event.target.value)}
        className={`${fieldLook} pl-9 ${sought === "" ? "" : "pr-28"}`}
      />
      <p
        role="status"
        className="tabular pointer-events-none absolute inset-y-0 right-9 flex items-center text-muted-foreground text-xs"
      >
        {found}
      </p>
    </search>
  );
}

/** The same for a list that is here as a whole, by how many of its things have it. */
export function FindHere({
  sought,
  found,
  total,
  onSeek,
}: Pick<Props, "sought" | "onSeek"> & Record<"found" | "total", number>) {
  const t = useMessages("app").find;
  return <FindField label={t.label} found={sought === "" ? "" : t.found(found, total)} {...{ sought, onSeek }} />;
}

/** In place of a list that has nothing of what is looked for. */
export const NoneFound = ({ sought }: { sought: string }) => (
  <p className="break-words py-10 text-center text-muted-foreground">{useMessages("app").find.none(sought)}</p>
);
