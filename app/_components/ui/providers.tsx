"use client";

import type { ReactNode } from "react";
import type { Language } from "@/app/_data/messages/languages";
import { LanguageContext } from "@/app/_data/messages/use-messages";
import type { Paper } from "@/app/_data/paper";
import { PaperContext } from "@/app/_data/usual-paper";

interface Props {
  language: Language;
  paper: Paper;
  children: ReactNode;
}

export const Providers = ({ language, paper, children }: Props) => (
  <LanguageContext value={language}>
    <PaperContext value={paper}>{children}</PaperContext>
  </LanguageContext>
);
