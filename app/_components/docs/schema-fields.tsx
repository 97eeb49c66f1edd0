import type { Messages } from "@/app/_data/messages/catalogue";
import { refTo } from "@/lib/contracts/openapi/schemas";

/** As much of JSON Schema 2020-12 as the contract's schemas use. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  maxLength?: number;
}

export const SchemaLink = ({ name }: { name: string }) => (
  <a href={`#${name}`} className="tabular text-accent underline underline-offset-4">
    {name}
  </a>
);

const named = (schema: JsonSchema): string | null => schema.$ref?.slice(refTo("").length) ?? null;
const variants = (schema: JsonSchema): JsonSchema[] => schema.anyOf ?? schema.oneOf ?? [];

interface Props {
  t: Messages<"docs">;
  schema: JsonSchema;
}

/** The fields of an object, those of objects within it drawn in. */
export function SchemaFields({ t, schema }: Props) {
  const inner = variants(schema).filter(({ properties }) => properties);
  if (inner.length > 0) {
    return inner.map((one, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the variants of a schema have no names and never change.
      <SchemaFields key={place} t={t} schema={one} />
    ));
  }
  const { properties = {}, required = [], items, additionalProperties } = schema;
  const within = items ?? (typeof additionalProperties === "object" ? additionalProperties : undefined);
  if (Object.keys(properties).length === 0)
    return within ? <SchemaFields t={t} schema={within} /> : <SchemaKind t={t} schema={schema} />;
  return (
    <dl className="space-y-2 text-sm">
      {Object.entries(properties).map(([name, field]) => (
        <div key={name}>
          <dt className="break-words">
            <code className="tabular font-semibold">{name}</code> <SchemaKind t={t} schema={field} />
            {!required.includes(name) && <span className="text-muted-foreground">, {t.optional}</span>}
          </dt>
          <dd className="space-y-2 border-hairline border-l pl-4">
            {field.description && (
              <p lang="en" className="max-w-prose text-muted-foreground">
                {field.description}
              </p>
            )}
            {hasFields(field) && <SchemaFields t={t} schema={field} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function hasFields(schema: JsonSchema): boolean {
  if (schema.$ref) return false;
  const { properties, items, additionalProperties } = schema;
  if (properties) return true;
  if (items) return hasFields(items);
  if (typeof additionalProperties === "object") return hasFields(additionalProperties);
  return variants(schema).some(hasFields);
}

/** What a value may be, in a few words. */
function SchemaKind({ t, schema }: Props) {
  const name = named(schema) ?? named(schema.items ?? {});
  return (
    <span className="text-muted-foreground">
      {name ? <SchemaLink name={name} /> : kindOf(t, schema)}
      {name && schema.items ? ` ${t.list}` : ""}
      {boundsOf(t, schema)}
      {schema.default !== undefined &&
        typeof schema.default !== "object" &&
        `, ${t.usually(JSON.stringify(schema.default))}`}
    </span>
  );
}

function kindOf(t: Props["t"], schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (variants(schema).length > 0)
    return [...new Set(variants(schema).map((one) => named(one) ?? kindOf(t, one)))].join(" | ");
  if (schema.items) return `${kindOf(t, schema.items)} ${t.list}`;
  return [schema.type ?? "any"].flat().join(" | ");
}

function boundsOf(t: Props["t"], { minimum, maximum, minItems, maxItems, maxLength }: JsonSchema): string {
  const least = minimum ?? minItems;
  const most = maximum ?? maxItems ?? maxLength;
  if (least === undefined && most === undefined) return "";
  return `, ${t.between(least, most)}`;
}
