"use client";

import { useBatchProgress, useHeardEvents } from "@/app/_data/batch-progress";
import { useBatch } from "@/app/_data/get-batch";
import { createPart, usePart } from "@/app/_data/use-part";
import type { BatchView } from "@/lib/contracts/status";
import { isTerminal } from "@/lib/contracts/terms/status";
import { Queries } from "../ui/queries";
import { JobHeader } from "./job-header";
import { JobLoading, JobMissing } from "./job-missing";
import { JobProgress } from "./job-progress";
import { Ticker } from "./ticker";
import { useTabProgress } from "./use-tab-progress";

/** Comes beside the batch's first status. */
const jobItemsPart = createPart(() => import("./job-items"));

/** Only of a batch that is to be sent. */
const deliveryPart = createPart(() => import("./delivery-status"));

function Delivery({ batch }: { batch: BatchView }) {
  const DeliveryStatus = usePart(deliveryPart)?.DeliveryStatus;
  return DeliveryStatus && <DeliveryStatus batch={batch} />;
}

export const JobView = ({ id }: { id: string }) => (
  <Queries>
    <LiveJob id={id} />
  </Queries>
);

/** One batch, live: the events move what the status answer laid down. */
function LiveJob({ id }: { id: string }) {
  const { data: batch, error, isPending, isFetching, refetch } = useBatch(id);
  // The stream is opened along with the first look, so that nothing falls between the two.
  const connection = useBatchProgress(id, isPending || (batch !== undefined && !isTerminal(batch.status)));
  const heard = useHeardEvents(id);
  // The end alone, which a stream of an ended batch tells, is no news beside the page.
  const isWatched = heard.some(({ status }) => !isTerminal(status));
  useTabProgress(batch);
  const JobItems = usePart(jobItemsPart)?.JobItems;
  if (isPending) return <JobLoading />;
  if (!batch || error?.code === "not_found") {
    return <JobMissing problem={error} retrying={isFetching} onRetry={() => void refetch()} />;
  }
  return (
    <div className="space-y-6">
      <JobHeader batch={batch} />
      <JobProgress batch={batch} connection={connection} />
      {batch.drive_integration_enabled && <Delivery batch={batch} />}
      {isWatched || !isTerminal(batch.status) ? (
        <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <Ticker batch={batch} events={heard} />
          {JobItems && <JobItems batch={batch} />}
        </div>
      ) : (
        JobItems && <JobItems batch={batch} />
      )}
    </div>
  );
}
