import { FileQuestion } from "lucide-react";
import Link from "next/link";
import { buttonLook } from "./_components/ui/button";
import { EmptyState } from "./_components/ui/empty-state";
import { messagesHere } from "./_data/messages/here";

export default async function NotFound() {
  const { problem } = await messagesHere("app");
  return (
    <EmptyState icon={FileQuestion} title={problem.notFoundTitle} detail={problem.notFoundDetail}>
      <Link href="/" className={buttonLook({ variant: "primary" })}>
        {problem.toBatch}
      </Link>
    </EmptyState>
  );
}
