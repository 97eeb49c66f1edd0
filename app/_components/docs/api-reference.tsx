import type { Messages } from "@/app/_data/messages/catalogue";
import { operations } from "@/lib/contracts/openapi/document";
import { tags } from "@/lib/contracts/openapi/operation";
import { namedSchemas } from "@/lib/contracts/openapi/schemas";
import { OperationCard } from "./operation-card";
import { type JsonSchema, SchemaFields } from "./schema-fields";

const anchor = (text: string): string => text.toLowerCase().replaceAll(" ", "-");

interface Props {
  t: Messages<"docs">;
  origin: string;
  maxItems: number;
}

/** The whole API as a page, in English but for what stands around it: made from what the server itself parses, with lines to copy that fit this very server. */
export function ApiReference({ t, origin, maxItems }: Props) {
  const schemas = namedSchemas(maxItems);
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <nav aria-label={t.contents} className="text-sm lg:sticky lg:top-4 lg:self-start">
        <ul className="flex flex-wrap gap-x-4 lg:flex-col">
          {[...Object.keys(tags), t.schemas].map((name) => (
            <li key={name}>
              <a href={`#${anchor(name)}`} className="flex min-h-11 items-center hover:text-accent lg:min-h-8">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0 space-y-12">
        <header className="space-y-2">
          <h1 className="text-3xl">{t.title}</h1>
          <p className="max-w-prose text-muted-foreground">{t.lead}</p>
          <p>
            <a href="/api/v1/openapi.json" className="text-accent underline underline-offset-4">
              {t.document}
            </a>
          </p>
        </header>
        {Object.entries(tags).map(([tag, about]) => (
          <section key={tag} id={anchor(tag)} aria-labelledby={`${anchor(tag)}-title`} className="space-y-4">
            <div lang="en">
              <h2 id={`${anchor(tag)}-title`} className="text-2xl">
                {tag}
              </h2>
              <p className="text-muted-foreground">{about}</p>
            </div>
            {operations
              .filter((operation) => operation.tag === tag)
              .map((operation) => (
                <OperationCard key={operation.id} {...{ t, operation, origin }} />
              ))}
          </section>
        ))}
        <section id={anchor(t.schemas)} aria-labelledby="schemas-title" className="space-y-4">
          <h2 id="schemas-title" className="text-2xl">
            {t.schemas}
          </h2>
          {Object.entries(schemas).map(([name, schema]) => (
            <details key={name} className="rounded-xl border border-hairline bg-surface">
              <summary className="tabular cursor-pointer break-words px-4 py-3 font-semibold">{name}</summary>
              {/* Going to what is inside opens it. */}
              <div id={name} className="scroll-mt-14 border-hairline border-t p-4">
                <SchemaFields t={t} schema={schema as JsonSchema} />
              </div>
            </details>
          ))}
        </section>
      </div>
    </div>
  );
}
