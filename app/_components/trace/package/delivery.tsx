import { useMessages } from "@/app/_data/messages/use-messages";
import { problemWords } from "@/app/_data/problem";
import { useFormats } from "@/app/_data/use-formats";
import type { DeliveryReport } from "@/lib/contracts/delivery";
import { FramedTable } from "../framed-table";

const tones = { uploading: "text-running", completed: "text-done", failed: "text-failed" };
const bars = { uploading: "bg-running", completed: "bg-accent", failed: "bg-failed" };

export function Delivery({ report }: { report: DeliveryReport | null }) {
  const t = useMessages("trace").package;
  return (
    <section aria-labelledby="delivery" className="space-y-3">
      <h2 id="delivery" className="text-lg">
        {t.delivery}
      </h2>
      {report === null ? <p className="text-muted-foreground">{t.noDelivery}</p> : <Report report={report} />}
    </section>
  );
}

function Report({ report: { folder, files, error } }: { report: DeliveryReport }) {
  const { problem } = useMessages("app");
  const t = useMessages("trace").package;
  const { size } = useFormats();
  const longestMs = Math.max(1, ...files.map(({ duration_ms }) => duration_ms));
  return (
    <>
      {error && <p className="break-words text-failed">{problemWords(problem, error)}</p>}
      {folder?.url && (
        <a
          href={folder.url}
          className="inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline"
        >
          {t.folder}
        </a>
      )}
      {files.length > 0 && (
        <FramedTable
          labelledBy="delivery"
          head={
            <>
              <th>{t.file}</th>
              <th>{t.status}</th>
              <th className="text-right">{t.size}</th>
              <th className="text-right sm:w-2/5">{t.took}</th>
              <th className="text-right">{t.attempts}</th>
            </>
          }
        >
          {files.map((file) => (
            <tr key={file.name} className="border-hairline not-last:border-b align-top *:px-3 *:py-2">
              <th scope="row" className="break-all text-left font-normal">
                {file.url ? (
                  <a href={file.url} className="text-accent hover:underline">
                    {file.name}
                  </a>
                ) : (
                  file.name
                )}
                {file.error && <span className="block text-failed">{problemWords(problem, file.error)}</span>}
              </th>
              <td className={`font-medium ${tones[file.status]}`}>{t.statuses[file.status]}</td>
              <td className="tabular text-right text-xs">{size(file.bytes)}</td>
              <td>
                <Took ms={file.duration_ms} longestMs={longestMs} tone={bars[file.status]} />
              </td>
              <td className="tabular text-right text-xs">{file.attempts === 0 ? t.ended : file.attempts}</td>
            </tr>
          ))}
        </FramedTable>
      )}
    </>
  );
}

/** How long a file took, as a bar beside those of the other files and as text. */
function Took({ ms, longestMs, tone }: { ms: number; longestMs: number; tone: string }) {
  const { duration } = useFormats();
  return (
    <div className="flex items-center justify-end gap-3">
      <span className="h-3 min-w-0 flex-1 max-sm:hidden">
        <span
          data-bar
          className={`block h-3 rounded-sm ${tone}`}
          style={{ width: `${(ms / longestMs) * 100}%`, minWidth: 2 }}
        />
      </span>
      <span className="tabular w-16 shrink-0 text-right text-xs">{duration(ms)}</span>
    </div>
  );
}
