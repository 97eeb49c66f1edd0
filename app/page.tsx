import type { Metadata } from "next";
import { Suspense } from "react";
import { BatchStudio } from "./_components/batch/batch-studio";
import { messages } from "./_data/messages";

export const metadata: Metadata = { title: messages.app.batch };

export default function BatchPage() {
  return (
    <Suspense>
      <BatchStudio />
    </Suspense>
  );
}
