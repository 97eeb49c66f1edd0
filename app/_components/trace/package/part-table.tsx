import { useState } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { PackageParts } from "@/lib/contracts/trace";
import { Button } from "../../ui/button";
import { FramedTable } from "../framed-table";

/** Parts listed at first and with each further step. */
const step = 10;

export function PartTable({ parts }: { parts: PackageParts }) {
  const t = useMessages("trace").package;
  const { decimal, size } = useFormats();
  const [limit, setLimit] = useState(step);
  const shown = parts.parts.slice(0, limit);
  const more = Math.min(step, parts.parts.length - shown.length);
  return (
    <div className="space-y-3">
      <p aria-live="polite" className="text-muted-foreground text-sm">
        {t.partsShown(shown.length, parts.count)}
      </p>
      <FramedTable
        label={t.treemap}
        head={
          <>
            <th>{t.part}</th>
            <th className="text-right max-sm:hidden">{t.before}</th>
            <th className="text-right">{t.after}</th>
            <th className="text-right">{t.ratioShort}</th>
          </>
        }
      >
        {shown.map(({ name, bytes, compressed_bytes }) => (
          <tr key={name} className="border-hairline not-last:border-b *:px-3 *:py-1.5">
            <th scope="row" className="break-all text-left font-normal">
              {name}
            </th>
            <td className="tabular whitespace-nowrap text-right text-xs max-sm:hidden">{size(bytes)}</td>
            <td className="tabular whitespace-nowrap text-right text-xs">{size(compressed_bytes)}</td>
            <td className="tabular whitespace-nowrap text-right text-muted-foreground text-xs">
              {compressed_bytes === 0 ? "–" : decimal(bytes / compressed_bytes, 1)}
            </td>
          </tr>
        ))}
      </FramedTable>
      {more > 0 && <Button onClick={() => setLimit(limit + step)}>{t.moreParts(more)}</Button>}
    </div>
  );
}
