import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { useGenerateBatch } from "@/app/_data/generate-batch";
import { idempotencyKeys } from "@/app/_data/idempotency";
import type { GenerateRequestInput } from "@/lib/contracts/coloring";
import { useChosenOptions, validOptions } from "./chosen-options";
import { tray } from "./use-tray";

const keyFor = idempotencyKeys();

/** Submits what lies on the tray, in its order, and goes to the live view of the batch. */
export function useStart() {
  const router = useRouter();
  const options = useChosenOptions();
  const generate = useGenerateBatch();
  const [leaving, leave] = useTransition();
  const submitted = useRef(false);
  // The tray is emptied when the page is left and not before: otherwise it would flash empty on the way.
  useEffect(
    () => () => {
      if (submitted.current) tray.clear();
    },
    [],
  );

  const start = () => {
    const valid = validOptions(options);
    if (!valid) return;
    const items = tray.order().flatMap((id) => {
      const picture = tray.picture(id);
      return picture?.upload.state === "ready" ? [{ file: picture.upload.file.file_id, prompt: picture.prompt }] : [];
    });
    const body: GenerateRequestInput = { items, options: valid };
    generate.mutate(
      { body, idempotencyKey: keyFor(body) },
      {
        onSuccess: ({ batch_id }) => {
          submitted.current = true;
          leave(() => router.push(`/jobs/${encodeURIComponent(batch_id)}`));
        },
      },
    );
  };
  return { start, starting: generate.isPending || generate.isSuccess || leaving, problem: generate.error };
}
