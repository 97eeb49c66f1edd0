import { catalogue, type ErrorCode } from "@/lib/errors";
import { accountOperations } from "./account-operations";
import { batchOperations } from "./batch-operations";
import { type Answer, type Operation, type Parameter, tags } from "./operation";
import { outputOperations } from "./output-operations";
import { resumableOperations } from "./resumable-operations";
import { inlineSchema, namedSchemas, refTo } from "./schemas";
import { submitOperations } from "./submit-operations";

/** Every operation that clients may rely on. */
export const operations: readonly Operation[] = [
  ...submitOperations,
  ...resumableOperations,
  ...batchOperations,
  ...outputOperations,
  ...accountOperations,
];

const securitySchemes = {
  bearer: { type: "http", scheme: "bearer", description: "An API key." },
  key: { type: "apiKey", in: "header", name: "x-api-key", description: "An API key." },
  session: { type: "apiKey", in: "cookie", name: "tracepress.session_token", description: "Someone at a browser." },
};
/** The first is nothing at all: on a server without accounts nobody signs in. */
const waysIn = [{}, { bearer: [] }, { key: [] }, { session: [] }];

/**
 * The API as OpenAPI 3.1, made from the schemas that the server itself parses and answers with.
 * @param origin where this server answers, such as `http://127.0.0.1:3000`. @param maxItems of one batch.
 */
export function openApiDocument(origin: string, version: string, maxItems: number) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationObject(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Tracepress",
      version,
      summary: "Pictures become coloring pages, SVGs become native PowerPoint decks.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: origin }],
    security: waysIn,
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: { schemas: namedSchemas(maxItems), securitySchemes },
  };
}

function operationObject(operation: Operation) {
  const { id, tag, summary, description, open = false, parameters = [], body, answers, errors } = operation;
  const codes: readonly ErrorCode[] = open ? errors : [...errors, "unauthenticated"];
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(open && { security: [] }),
    ...(description && { description }),
    ...(parameters.length > 0 && { parameters: parameters.map(parameterObject) }),
    ...(body && { requestBody: bodyObject(body) }),
    responses: { ...Object.fromEntries(answers.map(answerObject)), ...problems(codes) },
  };
}

const parameterObject = ({ name, in: place, description, required = false, schema }: Parameter) => ({
  name,
  in: place,
  description,
  required,
  schema: schema ? inlineSchema(schema) : { type: "string" },
});

function bodyObject(body: NonNullable<Operation["body"]>) {
  if ("bytesAs" in body) {
    return { required: true, content: { [body.bytesAs]: { schema: { type: "string", format: "binary" } } } };
  }
  const schema = { $ref: refTo(body.schema) };
  const form = {
    type: "object",
    description: "The JSON, and files that it calls by their names.",
    properties: { request: schema, files: { type: "array", items: { type: "string", format: "binary" } } },
    required: ["request"],
  };
  const content = {
    "application/json": { schema },
    ...(body.withFiles && { "multipart/form-data": { schema: form } }),
  };
  return { required: body.required, content };
}

function answerObject({
  status,
  description,
  schema,
  mediaTypes,
  otherMediaTypes = [],
  headers = {},
}: Answer): [string, unknown] {
  const types = mediaTypes ?? (schema ? ["application/json"] : []);
  const said = schema ? { $ref: refTo(schema) } : { type: "string" };
  const media = Object.fromEntries([
    ...types.map((type) => [type, { schema: said }]),
    ...otherMediaTypes.map((type) => [type, { schema: { type: "string" } }]),
  ]);
  const described = Object.entries(headers).map(([name, text]) => [
    name,
    { description: text, schema: { type: "string" } },
  ]);
  return [
    String(status),
    {
      description,
      ...(described.length > 0 && { headers: Object.fromEntries(described) }),
      ...(Object.keys(media).length > 0 && { content: media }),
    },
  ];
}

/** One answer for each status that errors give; an error of our own can come anywhere. */
function problems(codes: readonly ErrorCode[]): Record<string, unknown> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of [...codes, "internal"] as const) {
    const { status } = catalogue[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = { "application/problem+json": { schema: { $ref: refTo("Problem") } } };
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => {
      const description = some.map((code) => `${code}: ${catalogue[code].title}`).join("; ");
      const headers =
        status === 429
          ? { headers: { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } } }
          : {};
      return [String(status), { description, ...headers, content }];
    }),
  );
}
