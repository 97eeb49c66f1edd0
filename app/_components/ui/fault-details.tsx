import type { ReactNode } from "react";
import { useMessages } from "@/app/_data/messages/use-messages";
import { type Fault, problemWords, saidOtherwise } from "@/app/_data/problem";

/** What whoever helps wants to know of a fault, folded away: its code, and what the server itself said of it. */
export function FaultDetails({ fault, children }: { fault: Fault; children?: ReactNode }) {
  const t = useMessages("app").problem;
  if (fault.code === null) return null;
  const said = saidOtherwise(fault, problemWords(t, fault));
  return (
    <details className="text-muted-foreground text-xs">
      <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-md underline decoration-dotted underline-offset-4 hover:text-foreground sm:min-h-6">
        {t.forHelpers}
      </summary>
      <p className="tabular break-all">{fault.code}</p>
      {said !== null && (
        <p lang="en" className="break-words">
          {said}
        </p>
      )}
      {children}
    </details>
  );
}
