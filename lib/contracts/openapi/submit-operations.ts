import type { Operation, Parameter } from "./operation";

const idempotencyKey: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  description: "The same key and body give the same batch for 24 hours, however often they are sent.",
};
const created = { Location: "Where the batch's status is." };

export const submitOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/api/v1/uploads",
    id: "uploadFile",
    tag: "Files in",
    summary: "Upload one file",
    description: "The raw bytes of a picture or an SVG. An upload that no batch used is removed after 24 hours.",
    parameters: [{ name: "name", in: "query", description: "The file's name, for people." }],
    body: "bytes",
    answers: [{ status: 201, description: "Stored.", schema: "Upload" }],
    errors: ["invalid_request", "too_large", "unsupported_media", "storage_full"],
  },
  {
    method: "post",
    path: "/api/v1/preview",
    id: "preview",
    tag: "Files in",
    summary: "See how one item will look",
    description: "Drawn at once, beside the queue, and not kept.",
    body: { schema: "PreviewRequest", required: true },
    answers: [{ status: 200, description: "The page or slide.", schema: "Preview" }],
    errors: ["invalid_request", "invalid_svg", "page_rejected", "too_large", "unsupported_media", "rate_limited"],
  },
  {
    method: "post",
    path: "/api/v1/batch/generate",
    id: "generateColoringPages",
    tag: "Batches",
    summary: "Turn pictures into coloring pages",
    parameters: [idempotencyKey],
    body: { schema: "GenerateRequest", required: true, withFiles: true },
    answers: [{ status: 201, description: "The batch waits.", schema: "Submitted", headers: created }],
    errors: [
      "invalid_request",
      "model_unavailable",
      "too_large",
      "unsupported_media",
      "idempotency_mismatch",
      "queue_full",
      "storage_full",
    ],
  },
  {
    method: "post",
    path: "/api/v1/batch/jobs",
    id: "makeDeck",
    tag: "Batches",
    summary: "Turn SVGs into a PowerPoint deck",
    description: "One SVG becomes one slide: those of urls first, then those of items.",
    parameters: [idempotencyKey],
    body: { schema: "DeckRequest", required: true, withFiles: true },
    answers: [{ status: 201, description: "The batch waits.", schema: "DeckSubmitted", headers: created }],
    errors: [
      "invalid_request",
      "drive_unavailable",
      "remote_refused",
      "remote_unavailable",
      "too_large",
      "idempotency_mismatch",
      "queue_full",
      "storage_full",
    ],
  },
];
