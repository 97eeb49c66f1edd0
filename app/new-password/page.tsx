import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NewPassword } from "@/app/_components/account/new-password";
import { accountMessages } from "@/app/_data/messages/account";
import { config } from "@/lib/config";

export const metadata: Metadata = { title: accountMessages.newPasswordTitle };

export default function NewPasswordPage() {
  if (config().auth === "local") notFound();
  return <NewPassword />;
}
