import type { z } from "zod";
import type { ErrorCode } from "@/lib/errors";
import type { AnswerName, BodyName } from "./schemas";

/** What operations are about. */
export const tags = {
  "Files in": "Pictures and SVGs come in.",
  Batches: "Work is asked for, followed and changed.",
  "Files out": "Pages, books, slides and decks go out.",
  Trace: "What happened, and why.",
  Accounts: "People sign in, and programs have keys, on a server that is for more than one.",
  Operations: "For whoever runs the server.",
} as const;

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  description: string;
  required?: boolean;
  /** Of one value; a text by default. */
  schema?: z.ZodType;
  /** Of a required header, for the line that shows a call. */
  example?: string;
}

/** What a successful answer carries: JSON of a schema unless media types say otherwise; with neither, nothing. */
export interface Answer {
  status: number;
  description: string;
  schema?: AnswerName;
  mediaTypes?: readonly string[];
  /** Forms that are text without a schema, beside those above. */
  otherMediaTypes?: readonly string[];
  headers?: Readonly<Record<string, string>>;
}

/** One method of one path, as a client sees it. Paths name their parts in braces, as in `/api/v1/batch/{id}`. */
export interface Operation {
  method: "get" | "head" | "post" | "put" | "patch" | "delete" | "options";
  path: string;
  /** Unique, for programs that write clients. */
  id: string;
  tag: keyof typeof tags;
  summary: string;
  description?: string;
  /** Whether a stranger may ask; else someone who is not signed in hears 401 on a server with accounts. */
  open?: boolean;
  parameters?: readonly Parameter[];
  /** JSON of a schema, or a file's bytes as a media type. */
  body?: { schema: BodyName; required: boolean; withFiles?: boolean } | { bytesAs: string };
  answers: readonly Answer[];
  errors: readonly ErrorCode[];
}

export const idParameter: Parameter = {
  name: "id",
  in: "path",
  required: true,
  description: "The batch's id, as in batch_….",
};
