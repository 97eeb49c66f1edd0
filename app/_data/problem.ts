import type { Problem } from "@/lib/contracts/problem";
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
