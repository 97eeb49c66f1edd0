"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Language } from "@/app/_data/messages/languages";
import { LanguageContext } from "@/app/_data/messages/use-messages";
import type { Paper } from "@/app/_data/paper";
import { makeQueryClient } from "@/app/_data/query-client";
import { PaperContext } from "@/app/_data/usual-paper";

interface Props {
  language: Language;
  paper: Paper;
  children: ReactNode;
}

export function Providers({ language, paper, children }: Props) {
  const [client] = useState(makeQueryClient);
  return (
    <LanguageContext value={language}>
      <PaperContext value={paper}>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </PaperContext>
    </LanguageContext>
  );
}
