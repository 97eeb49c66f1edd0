import type { Metadata } from "next";
import { TraceView } from "@/app/_components/trace/trace-view";
import { messages } from "@/app/_data/messages";

export const metadata: Metadata = { title: messages.trace.title };

export default async function TracePage({ params }: { params: Promise<{ jobId: string }> }) {
  const { jobId } = await params;
  return <TraceView key={jobId} id={jobId} />;
}
