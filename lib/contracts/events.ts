import { z } from "zod";
import { countersSchema, itemErrorSchema, itemStatusSchema } from "./status";
import { eventTypes } from "./terms/events";

export type EventType = (typeof eventTypes)[number];

/** `data:` of one server-sent event; the `item_*` fields and `stage` come with type `item` only. */
export const batchEventSchema = countersSchema.extend({
  batch_id: z.string(),
  seq: z.number().int(),
  type: z.enum(eventTypes),
  at: z.string(),
  message: z.string(),
  item_id: z.string().optional(),
  item_index: z.number().int().optional(),
  item_name: z.string().optional(),
  item_status: itemStatusSchema.optional(),
  stage: z.string().nullable().optional(),
  error: itemErrorSchema.nullable().optional(),
});
export type BatchEvent = z.infer<typeof batchEventSchema>;
