import type { Metadata } from "next";
import { Suspense } from "react";
import { JobsView } from "../_components/job/jobs-view";
import { messages } from "../_data/messages";

export const metadata: Metadata = { title: messages.jobs.title };

export default function JobsPage() {
  return (
    <Suspense>
      <JobsView />
    </Suspense>
  );
}
