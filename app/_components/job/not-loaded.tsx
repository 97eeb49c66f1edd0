import { RotateCw } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { ProblemError } from "@/app/_data/problem";
import { Button } from "../ui/button";
import { ProblemNotice } from "../ui/problem-notice";

interface Props {
  title: string;
  problem: ProblemError;
  retrying: boolean;
  onRetry(): void;
}

/** What could not be loaded, why, and another try. */
export function NotLoaded({ title, problem, retrying, onRetry }: Props) {
  const messages = useMessages("app");
  return (
    <ProblemNotice title={title} problem={problem}>
      <Button disabled={retrying} onClick={onRetry}>
        <RotateCw aria-hidden className="size-4" />
        {messages.problem.tryAgain}
      </Button>
    </ProblemNotice>
  );
}
