import type { Metadata } from "next";
import { headers } from "next/headers";
import { Ahead } from "@/app/_data/messages/ahead";
import { messagesHere } from "@/app/_data/messages/here";
import { batchFilter } from "../_components/job/jobs-address";
import { JobsView } from "../_components/job/jobs-view";
import { firstBatches } from "../_http/first-batches";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await messagesHere("jobs")).title });

export default async function JobsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const asked = await searchParams;
  const filter = batchFilter({ get: (name) => [asked[name]].flat()[0] ?? null });
  return (
    <>
      <Ahead pieces={["batchPages"]} />
      <JobsView first={await firstBatches(await headers(), filter)} />
    </>
  );
}
