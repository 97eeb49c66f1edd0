import { FileQuestion } from "lucide-react";
import Link from "next/link";
import { buttonLook } from "./_components/ui/button";
import { EmptyState } from "./_components/ui/empty-state";
import { messages } from "./_data/messages";

export default function NotFound() {
  return (
    <EmptyState icon={FileQuestion} title={messages.problem.notFoundTitle} detail={messages.problem.notFoundDetail}>
      <Link href="/" className={buttonLook({ variant: "primary" })}>
        {messages.problem.toBatch}
      </Link>
    </EmptyState>
  );
}
