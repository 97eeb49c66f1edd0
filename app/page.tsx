import type { Metadata } from "next";
import { after } from "next/server";
import { Ahead } from "@/app/_data/messages/ahead";
import { messagesHere } from "@/app/_data/messages/here";
import { config } from "@/lib/config";
import type { BatchKind } from "@/lib/contracts/status";
import { batchKinds } from "@/lib/contracts/terms/status";
import { blobs } from "@/lib/files/blobs";
import { log } from "@/lib/log";
import { listModels } from "@/lib/models/registry";
import { previews } from "@/lib/preview/previews";
import { warmUp } from "@/lib/preview/warm-up";
import { BatchStudio } from "./_components/batch/batch-studio";

/** Longer than this no preview waits for it. */
const warmUpMs = 10_000;

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await messagesHere("app")).app.batch });

export default async function BatchPage({ searchParams }: { searchParams: Promise<{ kind?: string | string[] }> }) {
  const { kind } = await searchParams;
  const { drive, models, model, maxItems } = config();
  const sendsToDrive = drive.credentials !== null;
  const asked = batchKinds.find((one) => one === kind) ?? "coloring";
  after(() => warmPreviews(asked));
  return (
    <>
      <Ahead pieces={["batchTab", asked === "deck" ? "deckTab" : "coloringStudio"]} />
      <BatchStudio kind={asked} {...{ sendsToDrive, maxItems }} models={listModels(models, model)} />
    </>
  );
}

const warmPreviews = (kind: BatchKind) =>
  warmUp(kind, previews(), blobs(), AbortSignal.timeout(warmUpMs)).catch((err: unknown) =>
    log().warn({ err }, "the live preview could not be warmed up"),
  );
