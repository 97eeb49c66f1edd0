"use client";

import { TriangleAlert } from "lucide-react";
import { Button } from "./_components/ui/button";
import { EmptyState } from "./_components/ui/empty-state";
import { useMessages } from "./_data/messages/use-messages";

export default function PageError({ retry }: { error: unknown; retry: () => void }) {
  const messages = useMessages("app");
  return (
    <EmptyState icon={TriangleAlert} title={messages.problem.pageTitle} detail={messages.problem.pageDetail}>
      <Button variant="primary" onClick={retry}>
        {messages.problem.tryAgain}
      </Button>
    </EmptyState>
  );
}
