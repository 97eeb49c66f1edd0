import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  icon: LucideIcon;
  title: string;
  detail: string;
  children?: ReactNode;
}

export function EmptyState({ icon: Icon, title, detail, children }: Props) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-xl border border-control border-dashed px-6 py-14 text-center">
      <Icon aria-hidden className="size-9 text-muted-foreground" strokeWidth={1.5} />
      <h2 className="text-xl">{title}</h2>
      <p className="max-w-prose text-pretty text-muted-foreground">{detail}</p>
      {children}
    </div>
  );
}
