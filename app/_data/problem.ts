import type { z } from "zod";
import { type Problem, problemSchema } from "@/lib/contracts/problem";
import { messages } from "./messages";

/** An answer that is not a success. `message` is the server's own sentence, fit to be shown. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly fields: NonNullable<Problem["errors"]>;

  constructor(
    message: string,
    about: { status: number; code: string; requestId?: string; fields?: Problem["errors"] },
  ) {
    super(message);
    this.name = "ProblemError";
    this.status = about.status;
    this.code = about.code;
    this.requestId = about.requestId ?? null;
    this.fields = about.fields ?? [];
  }

  /** Whether the same request may well succeed later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

export const unreachable = (): ProblemError =>
  new ProblemError(messages.problem.unreachable, { status: 0, code: "unreachable" });

export const unreadable = (status: number): ProblemError =>
  new ProblemError(messages.problem.unreadable(status), { status, code: "unreadable" });

/** The problem in the text of an answer with an error status, whatever a proxy on the way made of it. */
export function problemFrom(status: number, text: string): ProblemError {
  const problem = problemSchema.safeParse(parsedJson(text));
  if (!problem.success) return unreadable(status);
  const { detail, code, request_id, errors } = problem.data;
  return new ProblemError(detail, { status, code, requestId: request_id, fields: errors });
}

/**
 * The body of a successful answer, checked against the contract.
 * @throws ProblemError when the status is an error or the body is not what the contract says.
 */
export function answerFrom<Schema extends z.ZodType>(status: number, text: string, schema: Schema): z.output<Schema> {
  if (status < 200 || status > 299) throw problemFrom(status, text);
  const body = schema.safeParse(parsedJson(text));
  if (!body.success) throw unreadable(status);
  return body.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
