import { FileQuestion } from "lucide-react";
import Link from "next/link";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { ProblemError } from "@/app/_data/problem";
import { buttonLook } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { NotLoaded } from "./not-loaded";

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
  return <NotLoaded title={t.couldNotLoad} {...{ problem, retrying, onRetry }} />;
}
