import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Join } from "@/app/_components/account/join";
import { accountMessages } from "@/app/_data/messages/account";
import { config } from "@/lib/config";

export const metadata: Metadata = { title: accountMessages.joinTitle };

export default function JoinPage() {
  if (config().auth === "local") notFound();
  return <Join />;
}
