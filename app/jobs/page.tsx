import type { Metadata } from "next";
import { headers } from "next/headers";
import { batchFilter } from "../_components/job/jobs-address";
import { JobsView } from "../_components/job/jobs-view";
import { jobsMessages } from "../_data/messages/jobs";
import { firstBatches } from "../_http/first-batches";

export const metadata: Metadata = { title: jobsMessages.title };

export default async function JobsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const asked = await searchParams;
  const filter = batchFilter({ get: (name) => [asked[name]].flat()[0] ?? null });
  return <JobsView first={await firstBatches(await headers(), filter)} />;
}
