import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Settings } from "@/app/_components/account/settings";
import { messages } from "@/app/_data/messages";
import { config } from "@/lib/config";

export const metadata: Metadata = { title: messages.account.settings };

export default function SettingsPage() {
  if (config().auth === "local") notFound();
  return <Settings />;
}
