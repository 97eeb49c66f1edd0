import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { idempotencyKeys } from "@/app/_data/idempotency";
import type { ProblemError } from "@/app/_data/problem";
import type { Submit } from "@/app/_data/submission";
import { referenceOf, type Tray, type TrayItem } from "./tray";

const keyFor = idempotencyKeys();

/** Something on the tray that is in; `reference` is what a request calls `file`, null of a prompt alone. */
export interface SubmittedItem extends TrayItem {
  reference: string | null;
}

export interface Start {
  start(): void;
  starting: boolean;
  problem: ProblemError | null;
}

/**
 * Submits what lies on the tray, in its order, and goes to the live view of the batch.
 * @param bodyOf makes the request; null while an option is not valid.
 */
export function useStart<Body>(
  tray: Tray,
  submit: Submit<Body>,
  bodyOf: (items: SubmittedItem[]) => Body | null,
): Start {
  const router = useRouter();
  const [leaving, leave] = useTransition();
  const submitted = useRef(false);
  /** Whoever went elsewhere meanwhile is left there. */
  const gone = useRef(false);
  // The tray is emptied when the page is left and not before: otherwise it would flash empty on the way.
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      if (submitted.current) tray.clear();
    };
  }, [tray]);

  const start = () => {
    const body = bodyOf(submittedItems(tray));
    if (body === null) return;
    submit.send({ body, idempotencyKey: keyFor(body) }, ({ batch_id }) => {
      if (gone.current) return;
      submitted.current = true;
      leave(() => router.push(`/jobs/${encodeURIComponent(batch_id)}`));
    });
  };
  return { start, starting: submit.sending || leaving, problem: submit.problem };
}

function submittedItems(tray: Tray): SubmittedItem[] {
  return tray.order().flatMap((id) => {
    const item = tray.item(id);
    if (!item) return [];
    const reference = referenceOf(item);
    return reference !== null || item.upload.state === "prompt" ? [{ ...item, reference }] : [];
  });
}
