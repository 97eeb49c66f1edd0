import { useSearchParams } from "next/navigation";
import { type BatchFilter, type FirstBatches, useBatches } from "@/app/_data/list-batches";
import { useMessages } from "@/app/_data/messages/use-messages";
import { Queries } from "../ui/queries";
import { JobRow } from "./job-row";
import { batchFilter } from "./jobs-address";
import { JobsFailed, NoMatch, NothingYet, Stale } from "./jobs-empty";
import { JobsFind } from "./jobs-find";
import { JobsMore } from "./jobs-more";

interface Props {
  /** What the list begins with under a filter; null where the page could not be told. */
  first: FirstBatches | null;
}

const isSame = (one: BatchFilter, other: BatchFilter): boolean =>
  one.kind === other.kind && one.status === other.status && one.find === other.find;

/** The batches under the filter in the address, looked at again now and then. */
export const JobsList = (props: Props) => (
  <Queries>
    <Batches {...props} />
  </Queries>
);

function Batches({ first }: Props) {
  const t = useMessages("jobs");
  const filter = batchFilter(useSearchParams());
  const query = useBatches(filter, first && isSame(first.filter, filter) ? first : null);
  const batches = query.data?.pages.flatMap((page) => page.batches) ?? [];
  const retry = () => void query.refetch();
  return (
    <div className="space-y-5">
      <JobsFind filter={filter} more={query.hasNextPage} found={query.isPlaceholderData ? null : batches.length} />
      {query.isPending && (
        <p aria-live="polite" className="py-24 text-center text-muted-foreground">
          {t.loading}
        </p>
      )}
      {query.error && !query.data && <JobsFailed problem={query.error} retrying={query.isFetching} onRetry={retry} />}
      {query.error && query.data && <Stale problem={query.error} />}
      {query.data &&
        batches.length === 0 &&
        (filter.kind || filter.status || filter.find ? <NoMatch filter={filter} /> : <NothingYet />)}
      {batches.length > 0 && (
        <ol aria-label={t.list} className="space-y-2">
          {batches.map((batch) => (
            <JobRow key={batch.batch_id} batch={batch} />
          ))}
        </ol>
      )}
      {query.hasNextPage && <JobsMore loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />}
    </div>
  );
}
