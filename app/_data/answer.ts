import type { z } from "zod";
import { type Contracts, loadContracts } from "./load-contracts";
import { ProblemError, unreadable } from "./problem";

/** Names the schema that an answer is checked against. */
export type SchemaOf<Schema extends z.ZodType> = (contracts: Contracts) => Schema;

/** The problem in the text of an answer with an error status, whatever a proxy on the way made of it. */
export async function problemFrom(status: number, text: string): Promise<ProblemError> {
  const { problemSchema } = await loadContracts();
  const problem = problemSchema.safeParse(parsedJson(text));
  if (!problem.success) return unreadable(status);
  const { detail, code, request_id, errors } = problem.data;
  return new ProblemError(detail, { status, code, requestId: request_id, fields: errors });
}

/**
 * The body of a successful answer, checked against the contract.
 * @throws ProblemError when the status is an error or the body is not what the contract says.
 */
export async function answerFrom<Schema extends z.ZodType>(
  status: number,
  text: string,
  schemaOf: SchemaOf<Schema>,
): Promise<z.output<Schema>> {
  if (status < 200 || status > 299) throw await problemFrom(status, text);
  const body = schemaOf(await loadContracts()).safeParse(parsedJson(text));
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
