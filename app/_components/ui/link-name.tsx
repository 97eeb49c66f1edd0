"use client";

import { useLinkStatus } from "next/link";
import type { ReactNode } from "react";

/** What a link says. It fades while the page that it leads to is long in coming: on a slow line it would seem dead. */
export function LinkName({ children }: { children: ReactNode }) {
  const { pending } = useLinkStatus();
  return (
    <span aria-busy={pending || undefined} className="transition-opacity delay-200 aria-busy:opacity-50">
      {children}
    </span>
  );
}
