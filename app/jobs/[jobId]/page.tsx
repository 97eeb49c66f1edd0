import type { Metadata } from "next";
import { JobView } from "@/app/_components/job/job-view";
import { Ahead } from "@/app/_data/messages/ahead";
import { messagesHere } from "@/app/_data/messages/here";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await messagesHere("job")).title });

export default async function JobPage({ params }: { params: Promise<{ jobId: string }> }) {
  const { jobId } = await params;
  // A stream belongs to one batch: another id is another view, never the old one with new properties.
  return (
    <>
      <Ahead pieces={["batchPages"]} />
      <JobView key={jobId} id={jobId} />
    </>
  );
}
