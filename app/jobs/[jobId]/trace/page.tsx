import type { Metadata } from "next";
import { preload } from "react-dom";
import { TraceView } from "@/app/_components/trace/trace-view";
import { Ahead } from "@/app/_data/messages/ahead";
import { messagesHere } from "@/app/_data/messages/here";
import { firstOutline } from "@/app/_data/trace-address";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await messagesHere("trace")).title });

interface Props {
  params: Promise<{ jobId: string }>;
  searchParams: Promise<{ tab?: string | string[] }>;
}

export default async function TracePage({ params, searchParams }: Props) {
  const [{ jobId }, { tab }] = await Promise.all([params, searchParams]);
  if (tab === undefined) preload(firstOutline(jobId), { as: "fetch", crossOrigin: "anonymous" });
  return (
    <>
      <Ahead pieces={["batchPages", "traceViewer"]} />
      <TraceView key={jobId} id={jobId} />
    </>
  );
}
