import { z } from "zod";
import {
  apiKeyListSchema,
  apiKeySchema,
  changePasswordRequestSchema,
  joinRequestSchema,
  memberListSchema,
  memberSchema,
  newApiKeyRequestSchema,
  newApiKeySchema,
  oneTimeLinkSchema,
  roleRequestSchema,
  setPasswordRequestSchema,
  signInRequestSchema,
} from "../accounts";
import { againRequestSchema, againSchema } from "../again";
import { bookRequestSchema } from "../book";
import { coloringOptionsSchema, generateRequestSchema } from "../coloring";
import { deckOptionsSchema, deckRequestSchema, deckSubmittedSchema } from "../deck";
import { deliverRequestSchema, deliveryReportSchema } from "../delivery";
import { batchEventSchema } from "../events";
import { keepAnswerSchema, keepRequestSchema } from "../keep";
import { modelListSchema } from "../models";
import { queueStatsSchema, readinessSchema } from "../operations";
import { orderAnswerSchema, orderRequestSchema } from "../order";
import { previewRequestSchema, previewSchema } from "../preview";
import { problemSchema } from "../problem";
import { retryAnswerSchema, retryRequestSchema } from "../retry";
import { sheetSchema } from "../sheet";
import { batchListSchema, batchSchema, itemSchema, statusAnswerSchema, submittedSchema } from "../status";
import { traceSchema, traceSpanSchema } from "../trace";
import { uploadSchema } from "../uploads";

/** What clients send, by the name it has in the document; `maxItems` is the operator's limit. */
export const bodies = (maxItems: number) => ({
  GenerateRequest: generateRequestSchema(maxItems),
  ColoringOptions: coloringOptionsSchema,
  DeckRequest: deckRequestSchema(maxItems),
  DeckOptions: deckOptionsSchema,
  PreviewRequest: previewRequestSchema,
  RetryRequest: retryRequestSchema,
  AgainRequest: againRequestSchema,
  OrderRequest: orderRequestSchema,
  BookRequest: bookRequestSchema,
  KeepRequest: keepRequestSchema,
  DeliverRequest: deliverRequestSchema,
  SignInRequest: signInRequestSchema,
  JoinRequest: joinRequestSchema,
  ChangePasswordRequest: changePasswordRequestSchema,
  SetPasswordRequest: setPasswordRequestSchema,
  RoleRequest: roleRequestSchema,
  NewApiKeyRequest: newApiKeyRequestSchema,
});
export type BodyName = keyof ReturnType<typeof bodies>;

/** What the server answers. */
export const answers = {
  Upload: uploadSchema,
  Submitted: submittedSchema,
  DeckSubmitted: deckSubmittedSchema,
  Batch: batchSchema,
  Item: itemSchema,
  BatchList: batchListSchema,
  BatchEvent: batchEventSchema,
  ModelList: modelListSchema,
  Preview: previewSchema,
  RetryAnswer: retryAnswerSchema,
  Again: againSchema,
  OrderAnswer: orderAnswerSchema,
  KeepAnswer: keepAnswerSchema,
  StatusAnswer: statusAnswerSchema,
  DeliveryReport: deliveryReportSchema,
  Sheet: sheetSchema,
  Trace: traceSchema,
  TraceSpan: traceSpanSchema,
  QueueStats: queueStatsSchema,
  Readiness: readinessSchema,
  Liveness: z.object({ status: z.literal("live") }),
  Member: memberSchema,
  MemberList: memberListSchema,
  OneTimeLink: oneTimeLinkSchema,
  ApiKey: apiKeySchema,
  ApiKeyList: apiKeyListSchema,
  NewApiKey: newApiKeySchema,
  Problem: problemSchema,
};
export type AnswerName = keyof typeof answers;

type JsonSchema = Record<string, unknown>;

export const refTo = (name: string): string => `#/components/schemas/${name}`;

/** All named schemas as JSON Schema 2020-12, which OpenAPI 3.1 speaks; where one holds another it refers to it. */
export function namedSchemas(maxItems: number): Record<string, JsonSchema> {
  return { ...schemasOf(bodies(maxItems), "input"), ...schemasOf(answers, "output") };
}

/** One schema without a name, such as a parameter's. */
export const inlineSchema = (schema: z.ZodType): JsonSchema =>
  withoutIds(z.toJSONSchema(schema, { io: "input", override: plainIntegers }) as JsonSchema);

function schemasOf(named: Record<string, z.ZodType>, io: "input" | "output"): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: refTo, override: plainIntegers });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutIds(schema as JsonSchema)]));
}

const withoutIds = ({ $schema: _schema, $id: _id, ...schema }: JsonSchema): JsonSchema => schema;

/** Zod bounds every integer by what JavaScript can count to; that says nothing to a reader. */
function plainIntegers({ jsonSchema }: { jsonSchema: { minimum?: number; maximum?: number } }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
