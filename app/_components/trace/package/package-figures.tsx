import type { ReactNode } from "react";
import type { z } from "zod";
import { spanWord } from "@/app/_data/messages/span-word";
import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { DeckSummary, packageTraceSchema } from "@/lib/contracts/deck-trace";
import { Bars } from "./bars";

interface Props {
  figures: z.infer<typeof packageTraceSchema>;
  stageTimes: DeckSummary["stage_times_ms"] | null;
}

export function PackageFigures({ figures, stageTimes }: Props) {
  const states = useMessages("states");
  const traceMessages = useMessages("trace");
  const t = useMessages("trace").package;
  const { decimal, preciseDuration, size } = useFormats();
  const { package_size_bytes, compression_ratio, zip_structure } = figures;
  const before = Math.round(package_size_bytes * compression_ratio);
  const parts = Object.entries(zip_structure) as [keyof typeof zip_structure, number][];
  const times = (["package_creation_ms", "file_write_ms", "total_time_ms"] as const).map((name) => ({
    name: t[name],
    amount: figures[name],
    shown: preciseDuration(figures[name]),
  }));
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      <Card title={t.sizes}>
        <Bars
          label={t.sizes}
          bars={[
            { name: t.before, amount: before, shown: size(before) },
            { name: t.after, amount: package_size_bytes, shown: size(package_size_bytes) },
          ]}
        />
        <p className="text-muted-foreground text-sm">{t.ratio(decimal(compression_ratio, 1))}</p>
      </Card>
      <Card title={t.parts}>
        <Bars label={t.parts} bars={parts.map(([name, n]) => ({ name: t[name], amount: n, shown: String(n) }))} />
      </Card>
      <Card title={t.times}>
        <Bars label={t.times} bars={times} />
      </Card>
      {stageTimes && (
        <Card title={traceMessages.totals.stages}>
          <Bars
            label={traceMessages.totals.stages}
            bars={Object.entries(stageTimes).map(([name, ms]) => ({
              name: spanWord(states, traceMessages, name),
              amount: ms,
              shown: preciseDuration(ms),
            }))}
          />
        </Card>
      )}
    </div>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0 space-y-2 rounded-xl border border-hairline bg-surface p-4">
      <h3 className="text-muted-foreground text-sm">{title}</h3>
      {children}
    </section>
  );
}
