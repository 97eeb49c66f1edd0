import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Join } from "@/app/_components/account/join";
import { messages } from "@/app/_data/messages";
import { config } from "@/lib/config";

export const metadata: Metadata = { title: messages.account.joinTitle };

export default function JoinPage() {
  if (config().auth === "local") notFound();
  return <Join />;
}
