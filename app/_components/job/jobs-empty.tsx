import { FileStack, RotateCw, SearchX } from "lucide-react";
import Link from "next/link";
import type { BatchFilter } from "@/app/_data/list-batches";
import { messages } from "@/app/_data/messages";
import { jobsMessages } from "@/app/_data/messages/jobs";
import type { ProblemError } from "@/app/_data/problem";
import { Button, buttonLook } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";

const t = jobsMessages;

/** Three reasons for an empty list, three ways on. */
export const NothingYet = () => (
  <EmptyState icon={FileStack} title={t.nothingYetTitle} detail={t.nothingYetDetail}>
    <Link href="/" className={buttonLook({ variant: "primary" })}>
      {messages.problem.toBatch}
    </Link>
  </EmptyState>
);

export const NoMatch = ({ filter: { kind, status } }: { filter: BatchFilter }) => (
  <EmptyState
    icon={SearchX}
    title={t.noMatchTitle}
    detail={t.noMatchDetail(kind && messages.app.kinds[kind], status && messages.statuses[status])}
  >
    <Link href="/jobs" className={buttonLook()}>
      {t.showAll}
    </Link>
  </EmptyState>
);

interface FailedProps {
  problem: ProblemError;
  retrying: boolean;
  onRetry(): void;
}

export const JobsFailed = ({ problem, retrying, onRetry }: FailedProps) => (
  <ProblemNotice title={t.couldNotLoad} problem={problem}>
    <Button disabled={retrying} onClick={onRetry}>
      <RotateCw aria-hidden className="size-4" />
      {messages.problem.tryAgain}
    </Button>
  </ProblemNotice>
);

export const Stale = ({ problem }: { problem: ProblemError }) => <ProblemNotice title={t.stale} problem={problem} />;
