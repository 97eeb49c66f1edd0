import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SignIn } from "@/app/_components/account/sign-in";
import { messages } from "@/app/_data/messages";
import { pathAfterSignIn } from "@/lib/access/pages";
import { config } from "@/lib/config";

export const metadata: Metadata = { title: messages.account.signInTitle };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  if (config().auth === "local") notFound();
  const { next } = await searchParams;
  return <SignIn next={pathAfterSignIn(typeof next === "string" ? next : null)} />;
}
