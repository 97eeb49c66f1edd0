"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { queryClientHere } from "@/app/_data/query-client";

/** Around whatever asks the API through what this browser remembers of it. Apart from the layout: not every page asks at first. */
export function Queries({ children }: { children: ReactNode }) {
  const [client] = useState(queryClientHere);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
