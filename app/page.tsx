import type { Metadata } from "next";
import { config } from "@/lib/config";
import { batchKinds } from "@/lib/contracts/status";
import { BatchStudio } from "./_components/batch/batch-studio";
import { messages } from "./_data/messages";

export const metadata: Metadata = { title: messages.app.batch };

export default async function BatchPage({ searchParams }: { searchParams: Promise<{ kind?: string | string[] }> }) {
  const { kind } = await searchParams;
  const sendsToDrive = config().drive.credentials !== null;
  return <BatchStudio kind={batchKinds.find((one) => one === kind) ?? "coloring"} sendsToDrive={sendsToDrive} />;
}
