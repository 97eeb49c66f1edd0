import { z } from "zod";
import { findSchema, limitSchema } from "../list";
import { statusQuerySchema } from "../status";
import { batchKinds, batchStatuses } from "../terms/status";
import { idParameter, type Operation } from "./operation";

const id = [idParameter] as const;

export const batchOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/v1/batch",
    id: "listBatches",
    tag: "Batches",
    summary: "List batches, newest first",
    parameters: [
      { name: "kind", in: "query", description: "Only this kind.", schema: z.enum(batchKinds) },
      { name: "status", in: "query", description: "Only this status.", schema: z.enum(batchStatuses) },
      {
        name: "find",
        in: "query",
        description:
          "Only those that have each of these words in their title, their id, or a name or prompt of an item.",
        schema: findSchema,
      },
      { name: "limit", in: "query", description: "Batches in an answer.", schema: limitSchema },
      { name: "cursor", in: "query", description: "next_cursor of the answer before." },
    ],
    answers: [{ status: 200, description: "A page of the list.", schema: "BatchList" }],
    errors: ["invalid_filter"],
  },
  {
    method: "get",
    path: "/api/v1/batch/{id}/status",
    id: "batchStatus",
    tag: "Batches",
    summary: "How a batch stands",
    parameters: [
      ...id,
      { name: "items", in: "query", description: "0 leaves the items out.", schema: statusQuerySchema.shape.items },
    ],
    answers: [{ status: 200, description: "The batch, with its items.", schema: "Batch" }],
    errors: ["not_found", "invalid_filter"],
  },
  {
    method: "get",
    path: "/api/v1/batch/{id}/progress",
    id: "followBatch",
    tag: "Batches",
    summary: "Follow a batch as it goes",
    description:
      "Server-sent events; the data of each is a BatchEvent. With Last-Event-ID exactly what was missed comes first. The stream ends with the batch.",
    parameters: [
      ...id,
      { name: "Last-Event-ID", in: "header", description: "The id of the last event that was seen." },
    ],
    answers: [{ status: 200, description: "Events.", schema: "BatchEvent", mediaTypes: ["text/event-stream"] }],
    errors: ["not_found", "invalid_request"],
  },
  {
    method: "post",
    path: "/api/v1/batch/{id}/cancel",
    id: "cancelBatch",
    tag: "Batches",
    summary: "Cancel what has not ended",
    description: "Finished items stay and can be downloaded.",
    parameters: id,
    answers: [{ status: 200, description: "Cancelled, now or earlier.", schema: "StatusAnswer" }],
    errors: ["not_found", "conflict"],
  },
  {
    method: "post",
    path: "/api/v1/batch/{id}/retry",
    id: "retryBatch",
    tag: "Batches",
    summary: "Run failed and cancelled items again",
    parameters: id,
    body: { schema: "RetryRequest", required: false },
    answers: [{ status: 202, description: "They wait again.", schema: "RetryAnswer" }],
    errors: ["not_found", "conflict", "invalid_request", "queue_full", "storage_full", "rate_limited"],
  },
  {
    method: "post",
    path: "/api/v1/batch/{id}/again",
    id: "layOutAgain",
    tag: "Batches",
    summary: "Lay out again what a batch was submitted with",
    description:
      "Its items in the order of their pages, prompts and options, its files as new uploads of the same bytes: what it takes to submit it, or some of its items, with other options.",
    parameters: id,
    body: { schema: "AgainRequest", required: false },
    answers: [{ status: 201, description: "What was submitted.", schema: "Again" }],
    errors: ["not_found", "invalid_request", "rate_limited"],
  },
  {
    method: "post",
    path: "/api/v1/batch/{id}/order",
    id: "orderPages",
    tag: "Batches",
    summary: "Put the pages of a finished coloring batch in another order",
    description: "The ZIP has the order at once; a book is bound anew.",
    parameters: id,
    body: { schema: "OrderRequest", required: true },
    answers: [{ status: 202, description: "The order is taken.", schema: "OrderAnswer" }],
    errors: ["not_found", "conflict", "invalid_request", "rate_limited"],
  },
  {
    method: "post",
    path: "/api/v1/batch/{id}/keep",
    id: "keepBatch",
    tag: "Batches",
    summary: "Take a batch out of expiry, or put it back",
    parameters: id,
    body: { schema: "KeepRequest", required: false },
    answers: [{ status: 200, description: "Until when it is kept.", schema: "KeepAnswer" }],
    errors: ["not_found", "invalid_request"],
  },
  {
    method: "post",
    path: "/api/v1/batch/{id}/upload-to-drive",
    id: "deliverBatch",
    tag: "Batches",
    summary: "Send a finished batch to Google Drive, again or for the first time",
    parameters: id,
    body: { schema: "DeliverRequest", required: false },
    answers: [{ status: 202, description: "It is being sent.", schema: "StatusAnswer" }],
    errors: ["not_found", "conflict", "invalid_request", "drive_unavailable", "rate_limited"],
  },
  {
    method: "delete",
    path: "/api/v1/batch/{id}",
    id: "deleteBatch",
    tag: "Batches",
    summary: "Delete a batch with all its files",
    parameters: id,
    answers: [{ status: 204, description: "It is gone." }],
    errors: ["not_found"],
  },
];
