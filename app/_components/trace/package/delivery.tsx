import { messages } from "@/app/_data/messages";
import { size } from "@/app/_data/size";
import { duration } from "@/app/_data/time";
import type { DeliveryReport } from "@/lib/contracts/delivery";

const t = messages.trace.package;
const tones = { uploading: "text-running", completed: "text-done", failed: "text-failed" };

export function Delivery({ report }: { report: DeliveryReport | null }) {
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
  return (
    <>
      {error && <p className="break-words text-failed">{error.message}</p>}
      {folder?.url && (
        <a
          href={folder.url}
          className="inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline"
        >
          {t.folder}
        </a>
      )}
      {files.length > 0 && (
        <div className="overflow-x-auto rounded-xl border border-hairline bg-surface">
          <table aria-labelledby="delivery" className="w-full text-sm">
            <thead className="border-hairline border-b bg-sunken text-left text-muted-foreground text-xs">
              <tr className="*:px-3 *:py-2 *:font-medium">
                <th>{t.file}</th>
                <th>{t.status}</th>
                <th className="text-right">{t.size}</th>
                <th className="text-right">{t.took}</th>
                <th className="text-right">{t.attempts}</th>
              </tr>
            </thead>
            <tbody>
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
                    {file.error && <span className="block text-failed">{file.error.message}</span>}
                  </th>
                  <td className={`font-medium ${tones[file.status]}`}>{t.statuses[file.status]}</td>
                  <td className="tabular text-right text-xs">{size(file.bytes)}</td>
                  <td className="tabular text-right text-xs">{duration(file.duration_ms)}</td>
                  <td className="tabular text-right text-xs">{file.attempts === 0 ? t.ended : file.attempts}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
