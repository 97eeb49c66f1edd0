import type { Metadata } from "next";
import { Suspense } from "react";
import { JobsView } from "../_components/job/jobs-view";
import { jobsMessages } from "../_data/messages/jobs";

export const metadata: Metadata = { title: jobsMessages.title };

export default function JobsPage() {
  return (
    <Suspense>
      <JobsView />
    </Suspense>
  );
}
