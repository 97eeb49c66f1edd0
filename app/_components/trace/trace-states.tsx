import { ChartGantt, FileClock, FileX, RotateCw } from "lucide-react";
import Link from "next/link";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { ProblemError } from "@/app/_data/problem";
import { Button, buttonLook } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";

export function TraceLoading() {
  const traceMessages = useMessages("trace");
  return (
    <p aria-live="polite" className="py-24 text-center text-muted-foreground">
      {traceMessages.loading}
    </p>
  );
}

/** Nothing was traced. @param waiting the batch may still begin. */
export function TraceNone({ waiting }: { waiting: boolean }) {
  const timelineMessages = useMessages("timeline");
  const t = timelineMessages;
  return waiting ? (
    <EmptyState icon={ChartGantt} title={t.noneYetTitle} detail={t.noneYetDetail} />
  ) : (
    <EmptyState icon={FileX} title={t.notKeptTitle} detail={t.notKeptDetail} />
  );
}

/** There was a trace, and it went with its batch. */
export function TraceExpired() {
  const timelineMessages = useMessages("timeline");
  return (
    <EmptyState icon={FileClock} title={timelineMessages.expiredTitle} detail={timelineMessages.expiredDetail}>
      <Link href="/jobs" className={buttonLook({ variant: "primary" })}>
        {timelineMessages.toJobs}
      </Link>
    </EmptyState>
  );
}

interface Props {
  problem: ProblemError;
  retrying: boolean;
  onRetry(): void;
}

/** A read that failed is not a trace that is empty. */
export function TraceProblem({ problem, retrying, onRetry }: Props) {
  const messages = useMessages("app");
  const traceMessages = useMessages("trace");
  if (problem.code === "not_found") return <TraceExpired />;
  return (
    <ProblemNotice title={traceMessages.couldNotLoad} problem={problem}>
      <Button disabled={retrying} onClick={onRetry}>
        <RotateCw aria-hidden className="size-4" />
        {messages.problem.tryAgain}
      </Button>
    </ProblemNotice>
  );
}
