import { FileQuestion, RotateCw } from "lucide-react";
import Link from "next/link";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { ProblemError } from "@/app/_data/problem";
import { Button, buttonLook } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";

export function JobLoading() {
  const t = useMessages("job");
  return (
    <p aria-live="polite" className="py-24 text-center text-muted-foreground">
      {t.loading}
    </p>
  );
}

interface Props {
  problem: ProblemError | null;
  retrying: boolean;
  onRetry(): void;
}

/** Gone and not reached are different things: only one of them can be tried again. */
export function JobMissing({ problem, retrying, onRetry }: Props) {
  const messages = useMessages("app");
  const t = useMessages("job");
  if (!problem || problem.code === "not_found") {
    return (
      <EmptyState icon={FileQuestion} title={t.goneTitle} detail={t.goneDetail}>
        <Link href="/jobs" className={buttonLook({ variant: "primary" })}>
          {t.back}
        </Link>
      </EmptyState>
    );
  }
  return (
    <ProblemNotice title={t.couldNotLoad} problem={problem}>
      <Button disabled={retrying} onClick={onRetry}>
        <RotateCw aria-hidden className="size-4" />
        {messages.problem.tryAgain}
      </Button>
    </ProblemNotice>
  );
}
