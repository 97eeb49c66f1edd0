"use client";

import { useRouter } from "next/navigation";
import { loadFaultWords } from "@/app/_data/messages/fault-words";
import { isLanguage, languageCookie, languages } from "@/app/_data/messages/languages";
import { useLanguage, useMessages } from "@/app/_data/messages/use-messages";
import { IconSelect } from "./icon-select";

/** Says the page anew in another language; what is laid out on it, and what is being uploaded, stays. */
export function LanguageSwitch() {
  const messages = useMessages("app");
  const language = useLanguage();
  const router = useRouter();
  const choose = (code: string) => {
    if (!isLanguage(code)) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http.
    document.cookie = `${languageCookie}=${code}; path=/; max-age=31536000; samesite=lax`;
    // What went wrong already is said anew as well; where its words cannot be fetched, nor can the page.
    const sayAnew = () => router.refresh();
    loadFaultWords(code).then(sayAnew, sayAnew);
  };
  return (
    <IconSelect
      icon={<span className="font-semibold text-sm uppercase">{language}</span>}
      label={messages.app.language}
      value={language}
      names={languages}
      isLanguage
      onChange={choose}
    />
  );
}
