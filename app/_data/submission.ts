import { useRef, useState } from "react";
import type { Submitted } from "@/lib/contracts/status";
import { ringBatches } from "./batches-bell";
import { loadLazily } from "./load-lazily";
import { ProblemError } from "./problem";

export interface Submission<Body> {
  body: Body;
  /** The same for every try of the same submission: a lost answer never makes a second batch. */
  idempotencyKey: string;
}

export interface Submit<Body> {
  send(submission: Submission<Body>, onDone: (submitted: Submitted) => void): void;
  /** Whether a batch is on its way, or has arrived. */
  sending: boolean;
  problem: ProblemError | null;
}

/**
 * Sends a new batch to `path`; lists of batches hear of it. Not a query's mutation: the Batch tab has nothing else to ask at
 * first, and its script should be short.
 */
export function useSubmission<Body>(path: string): Submit<Body> {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const underWay = useRef(false);
  return {
    sending,
    problem,
    send(submission, onDone) {
      if (underWay.current) return;
      underWay.current = true;
      setSending(true);
      setProblem(null);
      void submit(path, submission).then(onDone, (failure: unknown) => {
        underWay.current = false;
        setSending(false);
        if (!(failure instanceof ProblemError)) throw failure;
        setProblem(failure);
      });
    },
  };
}

async function submit<Body>(path: string, { body, idempotencyKey }: Submission<Body>): Promise<Submitted> {
  const { request } = await loadLazily(() => import("./request"));
  const submitted = await request(path, (contracts) => contracts.submittedSchema, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": idempotencyKey },
    body: JSON.stringify(body),
  });
  ringBatches();
  return submitted;
}
