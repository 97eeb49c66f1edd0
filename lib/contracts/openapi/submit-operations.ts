import { widthSchema } from "../small-copy";
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
    description:
      "The raw bytes of a picture or an SVG. Of a HEIC photo its JPEG is kept, which the answer tells of. An upload that no batch used is removed after 24 hours.",
    parameters: [{ name: "name", in: "query", description: "The file's name, for people." }],
    body: { bytesAs: "application/octet-stream" },
    answers: [{ status: 201, description: "Stored.", schema: "Upload" }],
    errors: ["rate_limited", "invalid_request", "too_large", "unsupported_media", "storage_full"],
  },
  {
    method: "get",
    path: "/api/v1/uploads/{file}",
    id: "getUpload",
    tag: "Files in",
    summary: "See an uploaded file",
    parameters: [
      { name: "file", in: "path", required: true, description: "The file_id that its upload was answered with." },
      {
        name: "width",
        in: "query",
        description: "Pixels across of a smaller copy of a picture.",
        schema: widthSchema,
      },
    ],
    answers: [
      {
        status: 200,
        description: "The file as it came, a HEIC photo as JPEG, or the smaller copy.",
        mediaTypes: ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif", "image/tiff", "image/svg+xml"],
      },
    ],
    errors: ["not_found", "invalid_filter"],
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
    method: "get",
    path: "/api/v1/models",
    id: "listModels",
    tag: "Batches",
    summary: "Who can draw coloring pages",
    description: "What there is, what each takes, whether it is ready, and which settings it lacks.",
    answers: [{ status: 200, description: "The models.", schema: "ModelList" }],
    errors: [],
  },
  {
    method: "post",
    path: "/api/v1/batch/generate",
    id: "generateColoringPages",
    tag: "Batches",
    summary: "Turn pictures or prompts into coloring pages",
    parameters: [idempotencyKey],
    body: { schema: "GenerateRequest", required: true, withFiles: true },
    answers: [{ status: 201, description: "The batch waits.", schema: "Submitted", headers: created }],
    errors: [
      "rate_limited",
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
      "rate_limited",
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
