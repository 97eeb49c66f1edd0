import { z } from "zod";
import { type modelFailures, modelNames } from "./terms/models";

/** Who can draw a coloring page. */
export type ModelName = (typeof modelNames)[number];
/** Models that are asked over the network. */
export type RemoteModelName = Exclude<ModelName, "lineart">;

export type OnModelFailure = (typeof modelFailures)[number];

const dollars = () => z.number().min(0);

/** What the calls of an item took, those of attempts that failed among them. */
export const usageSchema = z.object({
  model_id: z.string().describe("The model's own name at its company."),
  calls: z.number().int(),
  input_tokens: z.number().int(),
  output_tokens: z.number().int(),
  pictures: z.number().int(),
  cost: dollars().nullable().describe("US dollars, by the prices that were set; null where one was not."),
  unmetered_calls: z.number().int().describe("Calls that broke off before it was known what they took."),
});
export type Usage = z.infer<typeof usageSchema>;

const pricesSchema = z.object({
  input: dollars().nullable().describe("US dollars for a million tokens that go in."),
  output: dollars().nullable().describe("US dollars for a million tokens that come out."),
  picture: dollars().nullable().describe("US dollars for a picture that comes out."),
});
export type Prices = z.infer<typeof pricesSchema>;

export const modelSchema = z.object({
  name: z.enum(modelNames),
  title: z.string(),
  company: z.string().nullable().describe("Whom pictures and prompts go to; null where they stay on this machine."),
  model_id: z.string().nullable(),
  ready: z.boolean(),
  lacks: z.array(z.string()).describe("Settings without which it is not ready."),
  needs_picture: z.boolean().describe("Whether every item must have a file."),
  answers: z.enum(["vector", "picture"]),
  prices: pricesSchema.nullable().describe("As the operator set them; null of what costs nothing."),
  capped: z.boolean().describe("Whether max_cost can be kept with the prices that are set."),
  lacks_for_cap: z.array(z.string()).describe("Settings without which max_cost can not be kept."),
  at_once: z.number().int().nullable(),
  per_minute: z.number().int().nullable(),
});
export type ModelView = z.infer<typeof modelSchema>;

/** `GET /api/v1/models`. */
export const modelListSchema = z.object({
  default: z.enum(modelNames).describe("Who draws where a batch names nobody."),
  models: z.array(modelSchema),
});
export type ModelList = z.infer<typeof modelListSchema>;
