"use client";

import { useSearchParams } from "next/navigation";
import type { FirstBatches } from "@/app/_data/list-batches";
import { useMessages } from "@/app/_data/messages/use-messages";
import { later } from "../ui/later";
import { batchFilter } from "./jobs-address";
import { JobsFilter } from "./jobs-filter";

const JobsList = later(() => import("./jobs-list").then((module) => module.JobsList), "job");

interface Props {
  /** What the list begins with under a filter; null where the page could not be told. */
  first: FirstBatches | null;
}

/** The Jobs tab. The filter lives in the address: it survives a reload and can be sent to someone. */
export function JobsView({ first }: Props) {
  const t = useMessages("jobs");
  return (
    <div className="space-y-5">
      <header className="space-y-1">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-muted-foreground">{t.lead}</p>
      </header>
      <JobsFilter filter={batchFilter(useSearchParams())} />
      <JobsList first={first} />
    </div>
  );
}
