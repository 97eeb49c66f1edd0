import type { BatchFilter } from "@/app/_data/list-batches";
import { batchKinds, batchStatuses, mostSought } from "@/lib/contracts/terms/status";

/** The filter that an address of the Jobs tab asks for; what it asks for that there is not, is not asked for. */
export const batchFilter = (search: { get(name: string): string | null }): BatchFilter => ({
  kind: batchKinds.find((kind) => kind === search.get("kind")) ?? null,
  status: batchStatuses.find((status) => status === search.get("status")) ?? null,
  find: (search.get("find") ?? "").trim().slice(0, mostSought),
});

/** The address of the Jobs tab under a filter. */
export function jobsAddress({ kind, status, find }: BatchFilter): string {
  const search = new URLSearchParams({ ...(kind && { kind }), ...(status && { status }), ...(find && { find }) });
  return search.size > 0 ? `/jobs?${search}` : "/jobs";
}
