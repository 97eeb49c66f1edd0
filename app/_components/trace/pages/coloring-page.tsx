import type { z } from "zod";
import type { Messages } from "@/app/_data/messages/catalogue";
import { spanWord } from "@/app/_data/messages/span-word";
import { useMessages } from "@/app/_data/messages/use-messages";
import { wordFor } from "@/app/_data/messages/word-for";
import { problemWords } from "@/app/_data/problem";
import { apiRoot } from "@/app/_data/request";
import { useFormats } from "@/app/_data/use-formats";
import type { ItemView } from "@/lib/contracts/status";
import type { coloringPageTraceSchema, stageTraceSchema } from "@/lib/contracts/trace";
import { SourcePicture } from "../../ui/source-picture";
import { FramedTable } from "../framed-table";
import { StageFacts } from "./stage-facts";
import { type StagePicture, StagePictures } from "./stage-pictures";

interface Props {
  batchId: string;
  item: ItemView;
  page: z.infer<typeof coloringPageTraceSchema>;
}

/** A coloring page on its way from picture to paper, and what each stage took in and decided. */
export function ColoringPage({ batchId, item, page }: Props) {
  const { problem } = useMessages("app");
  const t = useMessages("trace").pages;
  const stages = Object.entries(page.pipeline_trace);
  const pictures = picturesOf(item, page, t);
  // What was drawn from words alone has no picture that it came from.
  const isFromPicture = "decode" in page.pipeline_trace;
  return (
    <article aria-label={t.named(page.page_number, page.source_file)} className="min-w-0 space-y-6">
      <header>
        <h2 className="break-words text-xl">{t.named(page.page_number, page.source_file)}</h2>
        {page.attempts > 1 && <p className="text-muted-foreground text-sm">{t.attempts(page.attempts)}</p>}
        {item.error && <p className="break-words text-failed">{problemWords(problem, item.error)}</p>}
      </header>
      {pictures.length > Number(isFromPicture) && <StagePictures pictures={pictures} />}
      {isFromPicture && pictures.length <= 1 && (
        <section aria-label={t.pictures} className="space-y-2">
          <div className="relative aspect-[4/3] max-w-xl overflow-hidden rounded-lg border border-hairline bg-paper">
            <SourcePicture
              url={`${apiRoot}/batch/${encodeURIComponent(batchId)}/artifacts/pages/${page.page_number}/source`}
              alt={t.sourceAlt(item.name)}
              instead={t.noPicture}
            />
          </div>
          <p className="text-muted-foreground text-sm">{t.noProofs}</p>
        </section>
      )}
      <section aria-labelledby="stages" className="space-y-3">
        <h3 id="stages" className="text-lg">
          {t.stages}
        </h3>
        <FramedTable
          labelledBy="stages"
          head={
            <>
              <th>{t.stage}</th>
              <th className="w-20 text-right">{t.time}</th>
              <th className="max-sm:hidden">{t.decided}</th>
            </>
          }
        >
          {stages.map(([name, stage]) => (
            <StageRow key={name} name={name} stage={stage} />
          ))}
        </FramedTable>
      </section>
    </article>
  );
}

function StageRow({ name, stage }: { name: string; stage: z.infer<typeof stageTraceSchema> }) {
  const states = useMessages("states");
  const traceMessages = useMessages("trace");
  const { preciseDuration } = useFormats();
  const { duration_ms, status, attributes } = stage;
  return (
    <tr className="border-hairline not-last:border-b align-top *:px-3 *:py-2">
      <th scope="row" className="text-left font-medium">
        {spanWord(states, traceMessages, name)}
        {status === "error" && <span className="ml-2 text-failed">{traceMessages.error}</span>}
        <div className="pt-2 font-normal sm:hidden">
          <StageFacts attributes={attributes} />
        </div>
      </th>
      <td className="tabular text-right text-muted-foreground text-xs">{preciseDuration(duration_ms)}</td>
      <td className="max-sm:hidden">
        <StageFacts attributes={attributes} />
      </td>
    </tr>
  );
}

/** Pixels across of a page that is shown; its PNG is made for paper. */
const pageWidth = 640;

/** The stages that a picture is kept of, and the page itself. */
function picturesOf(item: ItemView, page: Props["page"], t: Messages<"trace">["pages"]): StagePicture[] {
  const pictures = Object.entries(page.pipeline_trace).flatMap(([stage, { proof_url: url }]): StagePicture[] => {
    const title = wordFor(t.proofs, stage) ?? stage;
    return url === null ? [] : [{ title, url, alt: t.proofAlt(title, item.name) }];
  });
  const output = item.artifacts.find(({ media_type }) => media_type.startsWith("image/"));
  if (output) {
    const url = output.media_type === "image/png" ? `${output.url}?width=${pageWidth}` : output.url;
    pictures.push({ title: t.pageResult, url, alt: t.resultAlt(item.name) });
  }
  return pictures;
}
