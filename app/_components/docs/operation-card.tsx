import type { Messages } from "@/app/_data/messages/catalogue";
import { curlLine } from "@/lib/contracts/openapi/curl";
import type { Operation } from "@/lib/contracts/openapi/operation";
import { catalogue } from "@/lib/errors";
import { SchemaLink } from "./schema-fields";

const tones = {
  get: "text-running",
  head: "text-running",
  options: "text-running",
  post: "text-done",
  put: "text-running",
  patch: "text-running",
  delete: "text-failed",
};

interface Props {
  t: Messages<"docs">;
  operation: Operation;
  origin: string;
}

/** One operation: what it is for, how it is called here, what goes in and what comes out. */
export function OperationCard({ t, operation, origin }: Props) {
  const { method, path, id, summary, description, parameters = [], body, answers, errors } = operation;
  return (
    <article
      id={id}
      aria-labelledby={`${id}-title`}
      className="space-y-4 rounded-2xl border border-hairline bg-surface p-5"
    >
      <header lang="en" className="space-y-1">
        <h3 id={`${id}-title`} className="text-lg">
          {summary}
        </h3>
        <p className="tabular break-all text-sm">
          <span className={`font-semibold uppercase ${tones[method]}`}>{method}</span> {path}
        </p>
        {description && <p className="max-w-prose text-muted-foreground">{description}</p>}
      </header>
      <pre className="tabular whitespace-pre-wrap break-all rounded-lg bg-sunken p-3 text-sm">
        {curlLine(operation, origin)}
      </pre>
      <dl className="grid grid-cols-1 break-words gap-x-6 gap-y-3 text-sm sm:grid-cols-[8rem_minmax(0,1fr)]">
        {parameters.length > 0 && (
          <>
            <dt className="font-semibold">{t.parameters}</dt>
            <dd>
              <ul className="space-y-1">
                {parameters.map(({ name, in: place, description: about, required }) => (
                  <li key={name}>
                    <code className="tabular">{name}</code>{" "}
                    <span className="text-muted-foreground">
                      {t.places[place]}
                      {required ? "" : `, ${t.optional}`}
                    </span>
                    : <span lang="en">{about}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {body && (
          <>
            <dt className="font-semibold">{t.body}</dt>
            <dd>
              {"bytesAs" in body ? (
                <>
                  {t.bytes} <span className="tabular text-muted-foreground">{body.bytesAs}</span>
                </>
              ) : (
                <>
                  <SchemaLink name={body.schema} />
                  {body.withFiles && <span className="text-muted-foreground"> {t.withFiles}</span>}
                  {!body.required && <span className="text-muted-foreground"> {t.leftOut}</span>}
                </>
              )}
            </dd>
          </>
        )}
        <dt className="font-semibold">{t.answers}</dt>
        <dd className="min-w-0">
          <ul className="space-y-1">
            {answers.map(({ status, description: about, schema, mediaTypes }) => (
              <li key={status}>
                <span className={`tabular font-semibold ${status < 400 ? "text-done" : "text-failed"}`}>{status}</span>{" "}
                <span lang="en">{about}</span> {schema && <SchemaLink name={schema} />}{" "}
                {mediaTypes && <span className="tabular break-all text-muted-foreground">{mediaTypes.join(", ")}</span>}
              </li>
            ))}
            {errors.map((code) => (
              <li key={code}>
                <span className="tabular font-semibold text-failed">{catalogue[code].status}</span>{" "}
                <code className="tabular">{code}</code> <span lang="en">{catalogue[code].title}</span>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </article>
  );
}
