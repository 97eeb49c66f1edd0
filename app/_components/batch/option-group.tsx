import type { ReactNode } from "react";

/** Options that belong together, under one heading; two columns where the form is wide. */
export function OptionGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-4 sm:max-lg:grid sm:max-lg:grid-cols-2 sm:max-lg:items-start sm:max-lg:gap-4 sm:max-lg:space-y-0">
      <h3 className="border-hairline border-b pb-1.5 text-muted-foreground text-sm sm:max-lg:col-span-2">{title}</h3>
      {children}
    </section>
  );
}
