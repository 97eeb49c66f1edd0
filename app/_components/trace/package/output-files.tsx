import { useMessages } from "@/app/_data/messages/use-messages";
import { useFormats } from "@/app/_data/use-formats";
import type { BatchView } from "@/lib/contracts/status";
import { Bars } from "./bars";

/** The largest of them: a batch can have thousands. */
const named = 40;

/** The largest files of the batch, each to take home. */
export function OutputFiles({ batch }: { batch: BatchView }) {
  const t = useMessages("trace").package;
  const { size } = useFormats();
  const files = [...batch.artifacts, ...(batch.items ?? []).flatMap(({ artifacts }) => artifacts)];
  if (files.length === 0) return null;
  const largest = files.sort((one, other) => other.size - one.size).slice(0, named);
  return (
    <section aria-labelledby="files" className="space-y-3">
      <h2 id="files" className="text-lg">
        {t.files}
      </h2>
      <div className="rounded-xl border border-hairline bg-surface p-4">
        <Bars
          label={t.files}
          head={{ name: t.file, shown: t.size }}
          bars={largest.map(({ name, size: bytes, url }) => ({ name, amount: bytes, shown: size(bytes), href: url }))}
        />
      </div>
    </section>
  );
}
