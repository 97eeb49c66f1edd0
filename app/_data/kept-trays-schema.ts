import { z } from "zod";
import { uploadSchema } from "@/lib/contracts/uploads";

/** As `Fault` in `problem.ts`. */
const faultSchema = z.object({ code: z.string().nullable(), message: z.string(), subject: z.string().optional() });

const itemSchema = z.object({
  name: z.string(),
  prompt: z.string(),
  upload: z.discriminatedUnion("state", [
    z.object({ state: z.literal("ready"), file: uploadSchema }),
    z.object({ state: z.literal("address"), url: z.string() }),
    z.object({ state: z.literal("prompt") }),
    z.object({ state: z.literal("refused"), fault: faultSchema }),
    // Its bytes were in the page alone.
    z.object({ state: z.literal("unsent"), size: z.number() }),
  ]),
});
export type KeptItem = z.infer<typeof itemSchema>;

/** As `Unanswered` in `unanswered.ts`. */
export const unansweredSchema = z.object({ path: z.string(), body: z.string(), idempotencyKey: z.string() });

const traySchema = z.object({
  common: z.string(),
  /** Of the book or the presentation. */
  title: z.string().default(""),
  /** Written and not added yet. */
  unadded: z.string().default(""),
  items: z.array(itemSchema),
});
export type KeptTray = z.infer<typeof traySchema>;

/** What a tab keeps of what is laid out on its Batch tab, while its page is loaded again. */
export const keptTraysSchema = z.object({
  /** When the first of it was laid out at the earliest: milliseconds since the Unix epoch. */
  since: z.number(),
  coloring: traySchema,
  deck: traySchema,
});
export type KeptTrays = z.infer<typeof keptTraysSchema>;
