import type { Metadata } from "next";
import { headers } from "next/headers";
import { ApiReference } from "@/app/_components/docs/api-reference";
import { messagesHere } from "@/app/_data/messages/here";
import { config } from "@/lib/config";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await messagesHere("docs")).title });

export default async function DocsPage() {
  const sent = await headers();
  const scheme = sent.get("x-forwarded-proto") === "https" ? "https" : "http";
  const { host, port, maxItems } = config();
  return (
    <ApiReference
      t={await messagesHere("docs")}
      origin={`${scheme}://${sent.get("host") ?? `${host}:${port}`}`}
      maxItems={maxItems}
    />
  );
}
