"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useMessages } from "@/app/_data/messages/use-messages";
import { LinkName } from "./link-name";

const tabs = [
  { href: "/", name: "batch", within: (path: string) => path === "/" },
  { href: "/jobs", name: "jobs", within: (path: string) => path === "/jobs" || path.startsWith("/jobs/") },
] as const;

export function Tabs() {
  const messages = useMessages("app");
  const path = usePathname();
  return (
    <nav aria-label={messages.app.sections} className="h-16">
      <ul className="flex h-full">
        {tabs.map(({ href, name, within }) => (
          <li key={href} className="h-full">
            <Link
              href={href}
              aria-current={within(path) ? "page" : undefined}
              className="flex h-full items-center border-transparent border-y-2 forced-colors:border-[Canvas] px-3 font-medium text-muted-foreground -outline-offset-4 hover:text-foreground aria-[current]:border-b-accent aria-[current]:text-foreground sm:px-4"
            >
              <LinkName>{messages.app[name]}</LinkName>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
