import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import type { ProblemError } from "@/app/_data/problem";
import { resting, type Submission } from "@/app/_data/submission";
import { useStore } from "@/app/_data/use-store";
import type { Tray } from "./tray";
import { referenceOf, type TrayItem } from "./tray-item";

/** Something on the tray that is in; `reference` is what a request calls `file`, null of a prompt alone. */
export interface SubmittedItem extends TrayItem {
  reference: string | null;
}

export interface Start {
  start(): void;
  starting: boolean;
  problem: ProblemError | null;
}

/** What the studio that shows a tray does with the batch made of it; none where somebody went elsewhere meanwhile, and is left there. */
const shownBy = new Map<Tray, (batchId: string, take: () => void) => void>();

/**
 * Submits what lies on the tray, in its order, and goes to the live view of the batch.
 * @param bodyOf makes the request; null while an option is not valid.
 * @param onTaken when what was submitted is taken off the tray.
 */
export function useStart<Body>(
  tray: Tray,
  submission: Submission<Body>,
  bodyOf: (items: SubmittedItem[]) => Body | null,
  onTaken: () => void,
): Start {
  const router = useRouter();
  const [leaving, leave] = useTransition();
  const { sending, problem } = useStore(submission, resting);
  const taking = useRef<(() => void) | null>(null);
  useEffect(() => {
    // What was submitted is taken off when the page is left and not before: otherwise it would flash empty on the way. A
    // browser that loads the next page anew says so first.
    const take = () => {
      taking.current?.();
      taking.current = null;
    };
    shownBy.set(tray, (batchId, take) => {
      taking.current = take;
      leave(() => router.push(`/jobs/${encodeURIComponent(batchId)}`));
    });
    window.addEventListener("beforeunload", take, { capture: true });
    return () => {
      shownBy.delete(tray);
      window.removeEventListener("beforeunload", take, { capture: true });
      take();
    };
  }, [tray, router]);

  const start = async () => {
    const items = submittedItems(tray);
    const body = bodyOf(items);
    const submitted = body && (await submission.send(body));
    if (!submitted) return;
    // What was laid out since is of the next batch.
    const take = () => {
      tray.handOver(items.map(({ id }) => id));
      tray.forgetRemovals();
      onTaken();
      submission.rest();
    };
    const show = shownBy.get(tray);
    if (show) show(submitted.batch_id, take);
    else take();
  };
  return { start: () => void start(), starting: sending || leaving, problem };
}

function submittedItems(tray: Tray): SubmittedItem[] {
  return tray.order().flatMap((id) => {
    const item = tray.item(id);
    if (!item) return [];
    const reference = referenceOf(item);
    return reference !== null || item.upload.state === "prompt" ? [{ ...item, reference }] : [];
  });
}
