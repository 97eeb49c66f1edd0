import type { Problem } from "@/lib/contracts/problem";
import type { Messages } from "./messages/catalogue";

/** An answer that is not a success. `message` is the server's own sentence; people read {@link problemWords}. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly fields: NonNullable<Problem["errors"]>;
  /** The file it is about, where the page itself has found what is wrong. */
  readonly subject: string;

  constructor(
    message: string,
    about: { status: number; code: string; requestId?: string; fields?: Problem["errors"]; subject?: string },
  ) {
    super(message);
    this.name = "ProblemError";
    this.status = about.status;
    this.code = about.code;
    this.requestId = about.requestId ?? null;
    this.fields = about.fields ?? [];
    this.subject = about.subject ?? "";
  }

  /** Whether the same request may well succeed later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** What went wrong, as far as it takes to word it: an answer's problem, or the error that an item ended with. */
export interface Fault {
  /** Null where only the sentence is known. */
  code: string | null;
  message: string;
  status?: number;
  subject?: string;
}

/** Found by the page itself: of these the server has said nothing. */
const ownCodes: readonly (string | null)[] = ["unreachable", "unreadable", "not_svg", "not_sent", "file_changed"];

/** What the server said, where the page says it in other words; null where there is nothing more to read. */
export const saidOtherwise = ({ code, message }: Fault, words: string): string | null =>
  ownCodes.includes(code) || words.includes(message) ? null : message;

/** A problem in the reader's words where the catalogue has some, else in the server's. */
export function problemWords(
  t: Messages<"app">["problem"],
  { code, message, status = 0, subject = "" }: Fault,
): string {
  if (code === "unreachable") return t.unreachable;
  if (code === "not_svg") return t.notSvg(subject);
  if (code === "not_sent") return t.notSent(subject);
  if (code === "file_changed") return t.fileChanged(subject);
  return code === "unreadable" ? t.unreadable(status) : t.fromServer(code, message);
}

export const unreachable = (): ProblemError =>
  new ProblemError("The server cannot be reached.", { status: 0, code: "unreachable" });

export const unreadable = (status: number): ProblemError =>
  new ProblemError(`The answer cannot be read (${status}).`, { status, code: "unreadable" });
