import type { z } from "zod";
import { messages } from "@/app/_data/messages";
import { preciseDuration } from "@/app/_data/precise-duration";
import { apiRoot } from "@/app/_data/request";
import type { ItemView } from "@/lib/contracts/status";
import type { coloringPageTraceSchema } from "@/lib/contracts/trace";
import { AttributeList } from "../attribute-list";
import { SourcePicture } from "./source-picture";

const t = messages.trace.pages;

interface Props {
  batchId: string;
  item: ItemView;
  page: z.infer<typeof coloringPageTraceSchema>;
}

/** A coloring page beside its picture, and what each stage took in and decided. */
export function ColoringPage({ batchId, item, page }: Props) {
  const source = `${apiRoot}/batch/${encodeURIComponent(batchId)}/artifacts/pages/${page.page_number}/source`;
  const result = item.artifacts.find(({ media_type }) => media_type.startsWith("image/"))?.url;
  return (
    <article aria-label={t.named(page.page_number, page.source_file)} className="min-w-0 space-y-5">
      <header>
        <h2 className="break-words text-xl">{t.named(page.page_number, page.source_file)}</h2>
        {page.attempts > 1 && <p className="text-muted-foreground text-sm">{t.attempts(page.attempts)}</p>}
      </header>
      <section aria-label={t.pictures} className="grid gap-4 sm:grid-cols-2">
        <Picture title={t.source}>
          <SourcePicture url={source} name={item.name} />
        </Picture>
        {result && (
          <Picture title={t.pageResult}>
            <img src={result} alt={t.resultAlt(item.name)} className="absolute inset-0 size-full object-contain" />
          </Picture>
        )}
      </section>
      <section aria-labelledby="stages" className="space-y-3">
        <h3 id="stages" className="text-lg">
          {t.stages}
        </h3>
        <div className="overflow-x-auto rounded-xl border border-hairline bg-surface">
          <table aria-labelledby="stages" className="w-full text-sm">
            <thead className="border-hairline border-b bg-sunken text-left text-muted-foreground text-xs">
              <tr className="*:px-3 *:py-2 *:font-medium">
                <th>{t.stage}</th>
                <th className="w-20 text-right">{t.time}</th>
                <th className="max-sm:hidden">{t.decided}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(page.pipeline_trace).map(([name, { duration_ms, status, attributes }]) => (
                <tr key={name} className="border-hairline not-last:border-b align-top *:px-3 *:py-2">
                  <th scope="row" className="text-left font-medium">
                    {messages.trace.spans[name] ?? messages.stages[name] ?? name}
                    {status === "error" && <span className="ml-2 text-failed">{messages.trace.error}</span>}
                    <div className="pt-2 font-normal sm:hidden">
                      <AttributeList entries={Object.entries(attributes)} />
                    </div>
                  </th>
                  <td className="tabular text-right text-muted-foreground text-xs">{preciseDuration(duration_ms)}</td>
                  <td className="max-sm:hidden">
                    <AttributeList wide entries={Object.entries(attributes)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </article>
  );
}

function Picture({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <figure className="min-w-0 space-y-1">
      <figcaption className="text-muted-foreground text-sm">{title}</figcaption>
      <div className="relative aspect-[4/3] overflow-hidden rounded-lg border border-hairline bg-paper">{children}</div>
    </figure>
  );
}
