import { z } from "zod";
import { widthSchema } from "../small-copy";
import { downloadQuerySchema } from "../status";
import { traceFormats } from "../terms/trace";
import { traceParts } from "../trace";
import { type Answer, idParameter, type Operation } from "./operation";

const range = { name: "Range", in: "header", description: "One range of bytes, to go on with a download." } as const;

/** What else a file may be answered with: a client that keeps what it has, and goes on where it was, needs them. */
const rangeAnswers = (mediaTypes: readonly string[]): Answer[] => [
  { status: 206, description: "The range of it.", mediaTypes },
  { status: 304, description: "It is still what If-None-Match names." },
];

const fileTypes = [
  "image/png",
  "image/svg+xml",
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
];

export const outputOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/v1/batch/{id}/download",
    id: "downloadBatch",
    tag: "Files out",
    summary: "Download everything as one ZIP",
    parameters: [
      idParameter,
      {
        name: "partial",
        in: "query",
        description: "1 takes what is finished so far.",
        schema: downloadQuerySchema.shape.partial,
      },
      range,
    ],
    answers: [
      { status: 200, description: "The ZIP.", mediaTypes: ["application/zip"] },
      ...rangeAnswers(["application/zip"]),
    ],
    errors: ["not_found", "not_ready", "range_unsatisfiable", "invalid_filter"],
  },
  {
    method: "get",
    path: "/api/v1/batch/{id}/artifacts/{name}",
    id: "downloadFile",
    tag: "Files out",
    summary: "Download one file",
    parameters: [
      idParameter,
      { name: "name", in: "path", required: true, description: "The file's name, as its batch's status has it." },
      {
        name: "width",
        in: "query",
        description: "Pixels across of a smaller copy of a picture.",
        schema: widthSchema,
      },
      range,
    ],
    answers: [{ status: 200, description: "The file.", mediaTypes: fileTypes }, ...rangeAnswers(fileTypes)],
    errors: ["not_found", "range_unsatisfiable", "invalid_filter"],
  },
  {
    method: "get",
    path: "/api/v1/batch/{id}/pages/{page}/sheet",
    id: "pageSheet",
    tag: "Files out",
    summary: "How a coloring page lies on paper",
    parameters: [
      idParameter,
      { name: "page", in: "path", required: true, description: "The page's number from 1, as it was submitted." },
    ],
    answers: [{ status: 200, description: "Its sheet, in millimetres.", schema: "Sheet" }],
    errors: ["not_found"],
  },
  {
    method: "get",
    path: "/api/v1/jobs/{id}/trace",
    id: "batchTrace",
    tag: "Trace",
    summary: "What happened to every item and element",
    parameters: [
      idParameter,
      {
        name: "format",
        in: "query",
        description:
          "json, a form that Jaeger (otlp) or Perfetto (chrome) reads, or html: a report that opens offline.",
        schema: z.enum(traceFormats),
      },
      { name: "parts", in: "query", description: "What of it.", schema: z.enum(traceParts) },
      { name: "items_from", in: "query", description: "First item, from 0.", schema: z.number().int().min(0) },
      { name: "items", in: "query", description: "How many items.", schema: z.number().int().min(1).max(10_000) },
    ],
    answers: [
      {
        status: 200,
        description: "The trace; as otlp and chrome it is JSON as these define it, as html a page.",
        schema: "Trace",
        otherMediaTypes: ["text/html"],
      },
    ],
    errors: ["not_found", "invalid_filter"],
  },
  {
    method: "get",
    path: "/api/v1/queue/stats",
    id: "queueStats",
    tag: "Operations",
    summary: "What waits and how fast it goes",
    answers: [{ status: 200, description: "Figures of the queue.", schema: "QueueStats" }],
    errors: [],
  },
  {
    method: "get",
    path: "/api/v1/openapi.json",
    id: "openApi",
    tag: "Operations",
    open: true,
    summary: "This document",
    answers: [{ status: 200, description: "OpenAPI 3.1.", mediaTypes: ["application/json"] }],
    errors: [],
  },
  {
    method: "get",
    path: "/api/health/live",
    id: "live",
    tag: "Operations",
    open: true,
    summary: "Whether the process answers",
    answers: [{ status: 200, description: "It does.", schema: "Liveness" }],
    errors: [],
  },
  {
    method: "get",
    path: "/api/health/ready",
    id: "ready",
    tag: "Operations",
    open: true,
    summary: "Whether work can be taken in",
    answers: [
      { status: 200, description: "It can.", schema: "Readiness" },
      { status: 503, description: "It cannot, and why.", schema: "Readiness" },
    ],
    errors: [],
  },
  {
    method: "get",
    path: "/api/metrics",
    id: "metrics",
    tag: "Operations",
    summary: "Figures for Prometheus",
    answers: [{ status: 200, description: "Its text format.", mediaTypes: ["text/plain"] }],
    errors: [],
  },
];
