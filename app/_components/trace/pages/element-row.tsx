import { EyeOff, Grid3x3, Image, type LucideIcon, Shapes } from "lucide-react";
import { useEffect, useRef } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { MapperRow } from "@/lib/contracts/deck-trace";
import type { Format } from "./element-filter";

const looks: Record<Format, { icon: LucideIcon; tone: string }> = {
  native: { icon: Shapes, tone: "text-done" },
  picture: { icon: Image, tone: "text-running" },
  raster: { icon: Grid3x3, tone: "text-cancelled" },
  none: { icon: EyeOff, tone: "text-muted-foreground" },
};

interface Props {
  row: MapperRow;
  texts: Record<string, string>;
  chosen: boolean;
  onChoose(element: string | null): void;
}

export function ElementRow({ row, texts, chosen, onChoose }: Props) {
  const { size, preciseDuration } = useFormats();
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <tr
      ref={line}
      data-chosen={chosen || undefined}
      className="border-hairline not-last:border-b align-top *:px-3 *:py-2 hover:bg-hover data-chosen:bg-accent-soft"
    >
      <td className="tabular text-right text-muted-foreground text-xs">{row.source_line}</td>
      <td>
        <button
          type="button"
          aria-pressed={chosen}
          onClick={() => onChoose(chosen ? null : row.element_id)}
          className="block min-h-11 w-full min-w-11 text-left text-accent underline-offset-4 hover:underline sm:min-h-0"
        >
          <span className="block truncate" title={row.element_id}>
            {row.element_id}
          </span>
          <span className="tabular block text-muted-foreground text-xs">{row.element_type}</span>
        </button>
      </td>
      <td className="max-sm:hidden">
        <Became format={row.output_format} />
      </td>
      <td className="break-words">
        <span className="sm:hidden">
          <Became format={row.output_format} />
        </span>
        <Reasons row={row} texts={texts} />
      </td>
      <td className="tabular text-right text-xs max-md:hidden">{row.shape_id ?? "–"}</td>
      <td className="tabular text-right text-xs max-md:hidden">{size(row.output_size_bytes)}</td>
      <td className="tabular text-right text-xs max-md:hidden">{preciseDuration(row.processing_time_ms)}</td>
    </tr>
  );
}

function Became({ format }: { format: Format }) {
  const t = useMessages("trace").pages;
  const { icon: Icon, tone } = looks[format];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium ${tone}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {t.formats[format]}
    </span>
  );
}

function Reasons({ row, texts }: Pick<Props, "row" | "texts">) {
  const t = useMessages("trace").pages;
  const lines = [...row.reasons.map((code) => texts[code] ?? code), ...row.details];
  if (row.shown_by !== null) lines.push(t.shownBy(row.shown_by));
  if (lines.length === 0) return <span className="block text-muted-foreground">{t.noReason}</span>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
