import { Ban, Check, CircleDashed, CircleX, CloudUpload, LoaderCircle, type LucideIcon, RotateCw } from "lucide-react";
import { useMessages } from "@/app/_data/messages/use-messages";
import type { BatchStatus, ItemStatus } from "@/lib/contracts/status";

type AnyStatus = BatchStatus | ItemStatus;

interface Look {
  icon: LucideIcon;
  tone: string;
  turning?: boolean;
}

const running: Look = { icon: LoaderCircle, tone: "text-running", turning: true };

/** Icon and colour of every status; the word comes from the catalogue. Never one without the others. */
export const statusLooks: Record<AnyStatus, Look> = {
  pending: { icon: CircleDashed, tone: "text-pending" },
  processing: running,
  running,
  retrying: { icon: RotateCw, tone: "text-running" },
  uploading: { icon: CloudUpload, tone: "text-running" },
  completed: { icon: Check, tone: "text-done" },
  failed: { icon: CircleX, tone: "text-failed" },
  cancelled: { icon: Ban, tone: "text-cancelled" },
  completed_upload_failed: { icon: CloudUpload, tone: "text-failed" },
};

export function StatusBadge({ status, className = "" }: { status: AnyStatus; className?: string }) {
  const states = useMessages("states");
  const { icon: Icon, tone, turning } = statusLooks[status];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium ${tone} ${className}`}>
      <Icon aria-hidden className={`size-4 shrink-0 ${turning ? "motion-safe:animate-spin" : ""}`} />
      {states.statuses[status]}
    </span>
  );
}
