import type { Metadata } from "next";
import { headers } from "next/headers";
import { ApiReference } from "@/app/_components/docs/api-reference";
import { docsMessages } from "@/app/_data/messages/docs";
import { config } from "@/lib/config";

export const metadata: Metadata = { title: docsMessages.title };

export default async function DocsPage() {
  const sent = await headers();
  const scheme = sent.get("x-forwarded-proto") === "https" ? "https" : "http";
  const { host, port, maxItems } = config();
  return <ApiReference origin={`${scheme}://${sent.get("host") ?? `${host}:${port}`}`} maxItems={maxItems} />;
}
