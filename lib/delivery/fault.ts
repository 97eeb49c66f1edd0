import { z } from "zod";
import { retryAfterSeconds } from "@/lib/retry-after";

/**
 * What went wrong between Drive and us. `passing`: may go by itself (busy, server error, broken connection);
 * `auth`: credentials or rights; `quota`: no space; `missing`: 404 or 410; `taken`: the id exists already;
 * `refused`: Drive will not have it; `own`: not Drive's doing.
 */
export interface Fault {
  kind: "passing" | "auth" | "quota" | "missing" | "taken" | "refused" | "own";
  /** For logs: status, reason and message of the answer, or the network's error code; no header, no body that we sent. */
  said: string;
  /** Drive's own word for it, such as `rateLimitExceeded`. */
  reason: string;
  retryAfterMs: number;
}

/** Reasons that Drive gives with 403, from "Resolve errors" of its documentation; any other 403 is a refusal. */
const forbidden: Record<string, Fault["kind"]> = {
  rateLimitExceeded: "passing",
  userRateLimitExceeded: "passing",
  dailyLimitExceeded: "passing",
  storageQuotaExceeded: "quota",
  quotaExceeded: "quota",
  teamDriveFileLimitExceeded: "quota",
  numChildrenInNonRootLimitExceeded: "quota",
  activeItemCreationLimitExceeded: "quota",
  insufficientFilePermissions: "auth",
  insufficientPermissions: "auth",
  insufficientParentPermissions: "auth",
  appNotAuthorizedToFile: "auth",
  accessNotConfigured: "auth",
  domainPolicy: "auth",
  forbidden: "auth",
};

const apiErrorSchema = z.object({
  error: z.object({
    message: z.string().default(""),
    errors: z.array(z.object({ reason: z.string().default("") })).default([]),
  }),
});
/** RFC 6749, 5.2: the token endpoint's form. */
const tokenErrorSchema = z.object({ error: z.string(), error_description: z.string().default("") });

type AnswerHeaders = Pick<Headers, "get">;
const answerSchema = z.object({
  status: z.number(),
  data: z.unknown(),
  headers: z.custom<AnswerHeaders>((headers) => typeof (headers as AnswerHeaders | null)?.get === "function"),
});

/** Sorts what a request to Drive threw. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof DriveFault) return thrown.fault;
  if (!isHttpError(thrown)) return fault("own", String(thrown));
  const answer = answerSchema.safeParse(thrown.response);
  if (!answer.success) return fault("passing", `no answer: ${thrown.code ?? thrown.message}`);
  return ofAnswer(answer.data.status, answer.data.data, answer.data.headers);
}

/** Only the HTTP client's errors carry the request's `config`; the client comes in several versions, so no class tells. */
const isHttpError = (thrown: unknown): thrown is Error & { code?: string | number; response?: unknown } =>
  thrown instanceof Error && "config" in thrown;

function ofAnswer(status: number, data: unknown, headers: AnswerHeaders): Fault {
  const token = tokenErrorSchema.safeParse(data);
  if (token.success && status < 500 && status !== 429) {
    return fault("auth", `${status} ${token.data.error}: ${token.data.error_description}`, token.data.error);
  }
  const api = apiErrorSchema.safeParse(data);
  const reason = api.success ? (api.data.error.errors[0]?.reason ?? "") : "";
  const said = `${status} ${reason}: ${api.success ? api.data.error.message : ""}`;
  return fault(kindOf(status, reason), said, reason, 1000 * (retryAfterSeconds(headers.get("retry-after")) ?? 0));
}

function kindOf(status: number, reason: string): Fault["kind"] {
  if (status === 401) return "auth";
  if (status === 403) return Object.hasOwn(forbidden, reason) ? forbidden[reason] : "refused";
  if (status === 404 || status === 410) return "missing";
  if (status === 409) return "taken";
  return status === 408 || status === 429 || status >= 500 ? "passing" : "refused";
}

const fault = (kind: Fault["kind"], said: string, reason = "", retryAfterMs = 0): Fault => ({
  kind,
  said,
  reason,
  retryAfterMs,
});

/** A fault that we saw ourselves in an answer that Drive called good. */
export class DriveFault extends Error {
  readonly fault: Fault;

  constructor(kind: Fault["kind"], said: string) {
    super(said);
    this.fault = fault(kind, said);
  }
}
