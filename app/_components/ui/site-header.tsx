import { BookOpen, UserRound } from "lucide-react";
import Link from "next/link";
import { messagesHere } from "@/app/_data/messages/here";
import { PaletteButton } from "../commands/palette-button";
import { LanguageSwitch } from "./language-switch";
import { Mark } from "./mark";
import { Tabs } from "./tabs";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

interface Props {
  theme: Theme;
  /** Who is here: on a server without accounts everyone is `local`. */
  visitor: "local" | "signed-in" | "stranger";
}

export async function SiteHeader({ theme, visitor }: Props) {
  const messages = await messagesHere("app");
  const accountMessages = await messagesHere("account");
  const docsMessages = await messagesHere("docs");
  return (
    <header className="border-hairline border-b bg-surface">
      <div className="mx-auto flex min-h-16 max-w-7xl flex-wrap items-center gap-x-2 px-4 sm:gap-x-6 sm:px-6">
        <Link href="/" className="flex min-h-11 items-center gap-2 rounded-lg">
          <Mark className="size-7" />
          {/* The row is wider than a phone: there the mark stands for the name. */}
          <span className="font-bold font-heading text-lg tracking-tight max-sm:sr-only">{messages.app.name}</span>
        </Link>
        {visitor !== "stranger" && <Tabs />}
        <span className="ml-auto flex items-center">
          {visitor === "signed-in" && (
            <Link
              href="/settings"
              aria-label={accountMessages.settings}
              title={accountMessages.settings}
              className="flex size-11 items-center justify-center rounded-lg hover:bg-hover"
            >
              <UserRound aria-hidden className="size-5" />
            </Link>
          )}
          {visitor !== "stranger" && <PaletteButton />}
          <Link
            href="/docs"
            aria-label={docsMessages.link}
            title={docsMessages.link}
            prefetch={false}
            className={`flex size-11 items-center justify-center rounded-lg hover:bg-hover ${visitor === "signed-in" ? "max-[25rem]:hidden" : "max-[22rem]:hidden"}`}
          >
            <BookOpen aria-hidden className="size-5" />
          </Link>
          <LanguageSwitch />
          <ThemeSwitch initial={theme} />
        </span>
      </div>
    </header>
  );
}
