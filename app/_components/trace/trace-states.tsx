import { RotateCw } from "lucide-react";
import { messages } from "@/app/_data/messages";
import type { ProblemError } from "@/app/_data/problem";
import { Button } from "../ui/button";
import { ProblemNotice } from "../ui/problem-notice";

export function TraceLoading() {
  return (
    <p aria-live="polite" className="py-24 text-center text-muted-foreground">
      {messages.trace.loading}
    </p>
  );
}

interface Props {
  problem: ProblemError;
  retrying: boolean;
  onRetry(): void;
}

/** A read that failed is not a trace that is empty. */
export function TraceProblem({ problem, retrying, onRetry }: Props) {
  return (
    <ProblemNotice title={messages.trace.couldNotLoad} problem={problem}>
      <Button disabled={retrying} onClick={onRetry}>
        <RotateCw aria-hidden className="size-4" />
        {messages.problem.tryAgain}
      </Button>
    </ProblemNotice>
  );
}
