import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Commands } from "./_components/commands/commands";
import { recordScript } from "./_components/ui/beforehand/record-script";
import { TakenOver } from "./_components/ui/beforehand/taken-over";
import { FocusKeeper } from "./_components/ui/focus/focus-keeper";
import { fontVariables } from "./_components/ui/fonts/faces";
import { Providers } from "./_components/ui/providers";
import { SiteHeader } from "./_components/ui/site-header";
import { themeCookie, themeFrom } from "./_components/ui/theme";
import { Ahead } from "./_data/messages/ahead";
import { languageHere, messagesHere } from "./_data/messages/here";
import { paperOf } from "./_data/paper";
import { visitorOf } from "./_http/caller";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const { name, description } = (await messagesHere("app")).app;
  return { title: { default: name, template: `%s · ${name}` }, description };
}

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = await languageHere();
  const messages = await messagesHere("app");
  const theme = themeFrom((await cookies()).get(themeCookie)?.value);
  const sent = await headers();
  const visitor = await visitorOf(sent);
  const paper = paperOf(language, sent.get("accept-language"));
  return (
    <html lang={language} data-theme={theme} data-paper={paper} className={fontVariables}>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a script of our own, the same in every page. */}
        <script dangerouslySetInnerHTML={{ __html: recordScript }} />
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="absolute top-2 left-2 z-10 -translate-y-20 rounded-lg bg-accent px-4 py-3 text-accent-foreground focus:translate-y-0"
        >
          {messages.app.skip}
        </a>
        <Providers {...{ language, paper }}>
          <Ahead pieces={["app"]} />
          <SiteHeader theme={theme} visitor={visitor} />
          <main
            id="content"
            tabIndex={-1}
            className="mx-auto w-full max-w-7xl flex-1 px-4 py-6 outline-none sm:px-6 sm:py-8"
          >
            {children}
          </main>
          {visitor !== "stranger" && <Commands />}
          <FocusKeeper />
          <TakenOver />
        </Providers>
      </body>
    </html>
  );
}
