import { useMessages } from "@/app/_data/messages/use-messages";
import type { MapperRow } from "@/lib/contracts/deck-trace";
import { SelectField } from "../../ui/select-field";
import { type ElementFilter, formatFrom, offered } from "./element-filter";

const all = "";

interface Props {
  rows: MapperRow[];
  texts: Record<string, string>;
  filter: ElementFilter;
  onFilter(filter: Partial<ElementFilter>): void;
}

/** Only the outcomes and reasons there are, each with how many elements it has. */
export function ElementChoices({ rows, texts, filter, onFilter }: Props) {
  const t = useMessages("trace").pages;
  const { formats, reasons } = offered(rows);
  const formatNames = formats.map(([format, n]): [string, string] => [format, `${t.formats[format]} (${n})`]);
  const reasonNames = reasons.map(([code, n]): [string, string] => [code, `${texts[code] ?? code} (${n})`]);
  return (
    <div className="grid w-full gap-2 sm:w-auto sm:grid-cols-[10rem_16rem]">
      <SelectField
        label={t.filterFormat}
        values={[all, ...formatNames.map(([format]) => format)]}
        names={Object.fromEntries([[all, t.all], ...formatNames])}
        value={filter.format ?? all}
        onChange={(value) => onFilter({ format: formatFrom(value) })}
      />
      <SelectField
        label={t.filterReason}
        values={[all, ...reasonNames.map(([code]) => code)]}
        names={Object.fromEntries([[all, t.all], ...reasonNames])}
        value={filter.reason ?? all}
        onChange={(value) => onFilter({ reason: value === all ? null : value })}
      />
    </div>
  );
}
