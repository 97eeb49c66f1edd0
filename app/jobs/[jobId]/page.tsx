import type { Metadata } from "next";
import { JobView } from "@/app/_components/job/job-view";
import { jobMessages } from "@/app/_data/messages/job";

export const metadata: Metadata = { title: jobMessages.title };

export default async function JobPage({ params }: { params: Promise<{ jobId: string }> }) {
  const { jobId } = await params;
  // A stream belongs to one batch: another id is another view, never the old one with new properties.
  return <JobView key={jobId} id={jobId} />;
}
