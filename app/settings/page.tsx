import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Settings } from "@/app/_components/account/settings";
import { accountMessages } from "@/app/_data/messages/account";
import { config } from "@/lib/config";

export const metadata: Metadata = { title: accountMessages.settings };

export default function SettingsPage() {
  if (config().auth === "local") notFound();
  return <Settings />;
}
