import type { Metadata } from "next";
import { headers } from "next/headers";
import { ApiReference } from "@/app/_components/docs/api-reference";
import { messagesHere } from "@/app/_data/messages/here";
import { originFor } from "@/lib/access/origin";
import { config } from "@/lib/config";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await messagesHere("docs")).title });

export default async function DocsPage() {
  const settings = config();
  const origin = originFor(await headers(), settings);
  return <ApiReference t={await messagesHere("docs")} origin={origin} maxItems={settings.maxItems} />;
}
