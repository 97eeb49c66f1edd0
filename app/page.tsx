import type { Metadata } from "next";
import { config } from "@/lib/config";
import { batchKinds } from "@/lib/contracts/terms/status";
import { listModels } from "@/lib/models/registry";
import { BatchStudio } from "./_components/batch/batch-studio";
import { messages } from "./_data/messages";

export const metadata: Metadata = { title: messages.app.batch };

export default async function BatchPage({ searchParams }: { searchParams: Promise<{ kind?: string | string[] }> }) {
  const { kind } = await searchParams;
  const { drive, models, model } = config();
  const sendsToDrive = drive.credentials !== null;
  const asked = batchKinds.find((one) => one === kind) ?? "coloring";
  return <BatchStudio kind={asked} sendsToDrive={sendsToDrive} models={listModels(models, model)} />;
}
