import { FileStack, SearchX } from "lucide-react";
import Link from "next/link";
import type { BatchFilter } from "@/app/_data/list-batches";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { ProblemError } from "@/app/_data/problem";
import { buttonLook } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ProblemNotice } from "../ui/problem-notice";
import { NotLoaded } from "./not-loaded";

/** Three reasons for an empty list, three ways on. */
export const NothingYet = () => {
  const messages = useMessages("app");
  const t = useMessages("jobs");
  return (
    <EmptyState icon={FileStack} title={t.nothingYetTitle} detail={t.nothingYetDetail}>
      <Link href="/" className={buttonLook({ variant: "primary" })}>
        {messages.problem.toBatch}
      </Link>
    </EmptyState>
  );
};

export const NoMatch = ({ filter: { kind, status, find } }: { filter: BatchFilter }) => {
  const messages = useMessages("app");
  const states = useMessages("states");
  const t = useMessages("jobs");
  return (
    <EmptyState
      icon={SearchX}
      title={t.noMatchTitle}
      detail={
        find ? t.noneFound(find) : t.noMatchDetail(kind && messages.app.kinds[kind], status && states.statuses[status])
      }
    >
      <Link href="/jobs" className={buttonLook()}>
        {t.showAll}
      </Link>
    </EmptyState>
  );
};

interface FailedProps {
  problem: ProblemError;
  retrying: boolean;
  onRetry(): void;
}

export const JobsFailed = (failed: FailedProps) => <NotLoaded title={useMessages("jobs").couldNotLoad} {...failed} />;

export const Stale = ({ problem }: { problem: ProblemError }) => {
  const t = useMessages("jobs");
  return <ProblemNotice title={t.stale} problem={problem} />;
};
