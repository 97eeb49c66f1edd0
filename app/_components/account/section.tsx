import { type ReactNode, useId } from "react";

/** One part of the settings, under its heading. */
export function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-4 rounded-2xl border border-hairline bg-surface p-5 sm:p-6">
      <div className="space-y-1">
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {lead && <p className="text-muted-foreground">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
