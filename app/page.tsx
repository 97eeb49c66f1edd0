import type { Metadata } from "next";
import { Ahead } from "@/app/_data/messages/ahead";
import { messagesHere } from "@/app/_data/messages/here";
import { config } from "@/lib/config";
import { batchKinds } from "@/lib/contracts/terms/status";
import { listModels } from "@/lib/models/registry";
import { BatchStudio } from "./_components/batch/batch-studio";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await messagesHere("app")).app.batch });

export default async function BatchPage({ searchParams }: { searchParams: Promise<{ kind?: string | string[] }> }) {
  const { kind } = await searchParams;
  const { drive, models, model } = config();
  const sendsToDrive = drive.credentials !== null;
  const asked = batchKinds.find((one) => one === kind) ?? "coloring";
  return (
    <>
      <Ahead pieces={["batchTab", asked === "deck" ? "deckTab" : "coloringStudio"]} />
      <BatchStudio kind={asked} sendsToDrive={sendsToDrive} models={listModels(models, model)} />
    </>
  );
}
