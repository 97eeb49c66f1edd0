// What a page parses answers by. It is more script than most pages, so that it is loaded apart, with the first answer.
import "./without-eval";

export {
  apiKeyListSchema,
  memberListSchema,
  memberSchema,
  newApiKeySchema,
  oneTimeLinkSchema,
} from "@/lib/contracts/accounts";
export { againSchema } from "@/lib/contracts/again";
export { coloringOptionsSchema } from "@/lib/contracts/coloring";
export { deckRequestSchema } from "@/lib/contracts/deck";
export { slideTraceSchema } from "@/lib/contracts/deck-trace";
export { batchEventSchema } from "@/lib/contracts/events";
export { keepAnswerSchema } from "@/lib/contracts/keep";
export { orderAnswerSchema } from "@/lib/contracts/order";
export { previewSchema } from "@/lib/contracts/preview";
export { problemSchema } from "@/lib/contracts/problem";
export { retryAnswerSchema } from "@/lib/contracts/retry";
export { sheetSchema } from "@/lib/contracts/sheet";
export { batchListSchema, batchSchema, statusAnswerSchema, submittedSchema } from "@/lib/contracts/status";
export { coloringPageTraceSchema, traceSchema } from "@/lib/contracts/trace";
export { uploadSchema } from "@/lib/contracts/uploads";
export { keptTraysSchema, unansweredSchema } from "./kept-trays-schema";
