"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Language } from "@/app/_data/messages/languages";
import { LanguageContext } from "@/app/_data/messages/use-messages";
import { makeQueryClient } from "@/app/_data/query-client";

export function Providers({ language, children }: { language: Language; children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  return (
    <LanguageContext value={language}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </LanguageContext>
  );
}
