import type { Metadata } from "next";
import { preload } from "react-dom";
import { TraceView } from "@/app/_components/trace/trace-view";
import { traceMessages } from "@/app/_data/messages/trace";
import { firstOutline } from "@/app/_data/trace-address";

export const metadata: Metadata = { title: traceMessages.title };

interface Props {
  params: Promise<{ jobId: string }>;
  searchParams: Promise<{ tab?: string | string[] }>;
}

export default async function TracePage({ params, searchParams }: Props) {
  const [{ jobId }, { tab }] = await Promise.all([params, searchParams]);
  if (tab === undefined) preload(firstOutline(jobId), { as: "fetch", crossOrigin: "anonymous" });
  return <TraceView key={jobId} id={jobId} />;
}
